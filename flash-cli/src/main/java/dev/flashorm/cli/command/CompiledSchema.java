package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.output.Report;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.util.List;

/** The project's schema, read and compiled, its findings printed. */
record CompiledSchema(List<SourceFile> files, SchemaResult result) {
    private static final String NO_DATASOURCE = "F6028";

    static CompiledSchema of(Invocation invocation) {
        Project project = invocation.project();
        List<SourceFile> files = project.readSchema();
        SchemaResult result = SchemaCompiler.compile(files);
        new Report(invocation.console(), invocation.host().environment()).print(result.diagnostics());
        return new CompiledSchema(files, result);
    }

    boolean isValid() {
        return result.isValid();
    }

    Schema schema() {
        return result.schema();
    }

    /** @throws FailureException F6028 when no datasource block says it */
    String provider() {
        return schema().datasource()
                .map(Datasource::provider)
                .orElseThrow(() -> FailureException.of(
                                FailureException.Kind.USAGE, NO_DATASOURCE, "the schema has no datasource block")
                        .help("add `datasource db { provider = \"sqlite\"  url = \"file:dev.db\" }`")
                        .build());
    }

    List<Diagnostic> diagnostics() {
        return result.diagnostics();
    }

    /** How a command ends that can't work with an invalid schema. */
    Outcome refuse(Invocation invocation) {
        invocation
                .console()
                .alert(invocation.project().schema().value() + " is not valid: " + Counted.of(errors(), "error")
                        + "; nothing was done");
        return new Outcome(ExitCode.FAILED, null, diagnostics());
    }

    long errors() {
        return diagnostics().stream().filter(Diagnostic::isError).count();
    }
}
