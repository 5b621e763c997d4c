package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.util.List;

/** `flash validate`. */
public final class ValidateCommand implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "Checks the schema and says where it is wrong and what to change.",
                List.of(),
                List.of(),
                List.of(
                        new Usage.Example("flash validate", "check the schema of this project"),
                        new Usage.Example("flash validate --schema db/schema.flash", "check this file"),
                        new Usage.Example("flash validate --json", "the findings for a program")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        long start = System.nanoTime();
        CompiledSchema compiled = CompiledSchema.of(invocation);
        Schema schema = compiled.schema();
        Console console = invocation.console();
        String shown = invocation.project().schema().value();
        if (compiled.isValid()) {
            console.print(shown + " is valid: " + Counted.of(schema.models().size(), "model") + ", "
                    + Counted.of(schema.enums().size(), "enum") + " ("
                    + Counted.duration(System.nanoTime() - start) + ")");
        } else {
            console.alert(shown + " is not valid: " + Counted.of(compiled.errors(), "error"));
        }
        JsonObject data = new JsonObject()
                .put("valid", compiled.isValid())
                .put("files", compiled.files().stream().map(SourceFile::path).toList())
                .put("models", schema.models().size())
                .put("enums", schema.enums().size());
        return new Outcome(compiled.isValid() ? ExitCode.DONE : ExitCode.FAILED, data, compiled.diagnostics());
    }
}
