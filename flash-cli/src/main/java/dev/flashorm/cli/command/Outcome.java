package dev.flashorm.cli.command;

import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.schema.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended that was not stopped by a failure.
 *
 * @param data what `--json` shows under `data`; null when there is nothing to say
 * @param diagnostics findings in the schema, already printed
 */
public record Outcome(ExitCode exitCode, @Nullable JsonObject data, List<Diagnostic> diagnostics) {
    public Outcome {
        diagnostics = List.copyOf(diagnostics);
    }

    static Outcome done(JsonObject data) {
        return new Outcome(ExitCode.DONE, data, List.of());
    }

    static Outcome done(JsonObject data, List<Diagnostic> diagnostics) {
        return new Outcome(ExitCode.DONE, data, diagnostics);
    }
}
