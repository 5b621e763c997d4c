package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.config.Setting;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.ArrayList;
import java.util.List;

/** `flash config`. */
public final class ConfigCommand implements Command {
    private static final Parameter.Flag SHOW_ORIGIN =
            new Parameter.Flag("--show-origin", "say where each setting comes from");

    @Override
    public Usage usage() {
        return new Usage(
                "Shows the settings that hold here: flags before environment variables before .env before flash.toml before"
                        + " defaults. Passwords are masked.",
                List.of(SHOW_ORIGIN),
                List.of(),
                List.of(
                        new Usage.Example("flash config", "the settings in use"),
                        new Usage.Example("flash config --show-origin", "and who set them")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Project project = invocation.project();
        List<Setting> settings = new ArrayList<>(List.of(project.schema(), project.migrations()));
        try {
            settings.add(project.databaseUrl(
                    SchemaCompiler.compile(project.readSchema()).schema()));
        } catch (FailureException noDatabase) {
            settings.add(new Setting("url", "", String.valueOf(noDatabase.getMessage())));
        }
        boolean origins = invocation.arguments().has(SHOW_ORIGIN);
        Console console = invocation.console();
        List<JsonObject> shown = new ArrayList<>();
        for (Setting setting : settings) {
            String value = console.redaction().mask(setting.value());
            console.print(setting.key() + " = " + (value.isEmpty() ? "(not set)" : value)
                    + (origins ? "  # " + setting.origin() : ""));
            shown.add(new JsonObject()
                    .put("key", setting.key())
                    .put("value", value.isEmpty() ? null : value)
                    .put("origin", setting.origin()));
        }
        JsonObject data = new JsonObject()
                .put("config", project.config().map(project::display).orElse(null))
                .put("settings", shown);
        return Outcome.done(data);
    }
}
