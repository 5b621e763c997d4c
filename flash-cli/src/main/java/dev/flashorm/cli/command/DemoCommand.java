package dev.flashorm.cli.command;

import dev.flashorm.cli.config.TextFiles;
import dev.flashorm.cli.demo.Demo;
import dev.flashorm.cli.demo.FlashCommand;
import dev.flashorm.cli.host.Host;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.schema.diagnostic.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** `flash demo`. */
public final class DemoCommand implements Command {
    private static final String FOLDER_IN_USE = "F6054";
    private static final String DEFAULT_FOLDER = "flash-demo";

    private static final Parameter.Argument FOLDER = new Parameter.Argument(
            "FOLDER", "a new folder (default: " + DEFAULT_FOLDER + ")", Parameter.Argument.Arity.OPTIONAL);

    /** Runs a command line; how is the business of whoever knows all commands. */
    @FunctionalInterface
    public interface Runner {
        int run(Host host, String... line);
    }

    private final Runner runner;

    public DemoCommand(Runner runner) {
        this.runner = runner;
    }

    @Override
    public Usage usage() {
        return new Usage(
                "Makes a complete small project on SQLite in a new folder: schema, migration, database, generated code and"
                        + " a program that uses it; compiles and runs it, and leaves it for you to play with.",
                List.of(FOLDER, SharedParameters.DRY_RUN),
                List.of(),
                List.of(
                        new Usage.Example("flash demo", "in the new folder flash-demo"),
                        new Usage.Example("flash demo blog", "in the new folder blog")));
    }

    @Override
    public Outcome run(Invocation invocation) throws IOException {
        Host host = invocation.host();
        Path folder = host.workingDirectory()
                .resolve(invocation.arguments().positional().orElse(DEFAULT_FOLDER))
                .normalize();
        String shown = TextFiles.display(folder, host.workingDirectory());
        if (isInUse(folder)) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            FOLDER_IN_USE,
                            "`" + shown + "` is there already and not empty")
                    .help("nothing was changed; name another folder, or remove this one")
                    .next("flash demo another-folder")
                    .build();
        }
        if (invocation.arguments().has(SharedParameters.DRY_RUN)) {
            invocation.console().print("would make a project in " + shown);
            return Outcome.done(new JsonObject()
                    .put("folder", shown)
                    .put("commands", List.of())
                    .put("tour", List.of()));
        }
        FlashCommand flash = (where, line) -> runner.run(inside(invocation, where), line);
        return Outcome.done(new Demo(folder, shown, invocation.console(), flash).run());
    }

    /** The same process in the demo's folder; silent with `--json`, and without a database that the environment names. */
    private static Host inside(Invocation invocation, Path folder) {
        Host host = invocation.host();
        boolean json = invocation.console().isJson();
        Map<String, String> environment = new HashMap<>(host.environment());
        environment.keySet().removeIf(name -> name.startsWith("FLASH_"));
        return new Host(
                environment,
                folder,
                InputStream.nullInputStream(),
                json ? OutputStream.nullOutputStream() : host.stdout(),
                json ? OutputStream.nullOutputStream() : host.stderr(),
                host.terminals());
    }

    private static boolean isInUse(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }
}
