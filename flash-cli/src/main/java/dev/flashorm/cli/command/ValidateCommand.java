package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.schema.diagnostic.Explanations;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** `flash validate`. */
public final class ValidateCommand implements Command {
    private static final Parameter.Option EXPLAIN =
            new Parameter.Option("--explain", "CODE", "print what a code of a finding means, and no more");

    @Override
    public Usage usage() {
        return new Usage(
                "Checks the schema and says where it is wrong and what to change.",
                List.of(GlobalParameters.FORMAT, EXPLAIN),
                List.of(),
                List.of(
                        new Usage.Example("flash validate", "check the schema of this project"),
                        new Usage.Example("flash validate --schema db/schema.flash", "check this file"),
                        new Usage.Example("flash validate --explain F3005", "what this code means, at length"),
                        new Usage.Example("flash validate --format=sarif > flash.sarif", "for a code host")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Optional<String> code = invocation.arguments().value(EXPLAIN);
        return code.isPresent() ? explain(invocation, code.get()) : validate(invocation);
    }

    /** Needs no project: the pages travel with the command. */
    private static Outcome explain(Invocation invocation, String code) {
        String page = Explanations.of(code)
                .orElseThrow(() -> FailureException.of(
                                FailureException.Kind.USAGE, "F6031", "no finding has the code `" + code + "`")
                        .help("a code is an F and four digits, as in `error[F3005]`")
                        .build());
        invocation.console().printRaw(page);
        return Outcome.done(
                new JsonObject().put("code", code.toUpperCase(Locale.ROOT)).put("explanation", page));
    }

    private static Outcome validate(Invocation invocation) {
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
