package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.output.Report;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.lint.MigrationLinter;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** `flash check`: all that CI wants to know, in one run. It only reads. */
public final class CheckCommand implements Command {
    private static final String INVALID = "the schema is not valid";

    @Override
    public Usage usage() {
        return new Usage(
                "Checks everything in one run, for CI: layout and schema, migrations against the schema, hazards in"
                        + " their SQL, and on the database what is pending and what has drifted. It only reads.",
                List.of(GlobalParameters.FORMAT, SharedParameters.DRY_RUN_ANYWAY),
                List.of(ExitCode.FINDINGS),
                List.of(
                        new Usage.Example("flash check", "everything, on the project's database"),
                        new Usage.Example("flash check --env production", "on another database"),
                        new Usage.Example("flash check --format=sarif > flash.sarif", "for a code host"),
                        new Usage.Example("flash check --format=github", "annotations of GitHub Actions")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Project project = invocation.project();
        List<SourceFile> files = project.readSchema();
        SchemaResult result = SchemaCompiler.compile(files);
        List<CheckPart> parts = new ArrayList<>();
        parts.add(CheckPart.of("format", CheckFindings.unformatted(files)));
        parts.add(CheckPart.of("schema", result.diagnostics()));
        addMigrations(invocation, files, result, parts);
        List<Diagnostic> findings =
                parts.stream().flatMap(part -> part.findings().stream()).toList();
        print(invocation, parts, findings);
        boolean failed = findings.stream().anyMatch(Diagnostic::isError);
        JsonObject data = new JsonObject()
                .put("parts", parts.stream().map(CheckCommand::json).toList());
        return new Outcome(failed ? ExitCode.FINDINGS : ExitCode.DONE, data, findings);
    }

    private static void addMigrations(
            Invocation invocation, List<SourceFile> files, SchemaResult result, List<CheckPart> parts) {
        Project project = invocation.project();
        Schema schema = result.schema();
        MigrationFolder folder = MigrationFolder.open(
                project.migrationsPath(), project.migrations().value());
        Optional<String> provider = schema.datasource().map(Datasource::provider);
        if (!result.isValid() || provider.isEmpty()) {
            String reason = result.isValid() ? "the schema has no datasource block" : INVALID;
            parts.add(CheckPart.notChecked("migrations", reason));
            parts.add(CheckPart.notChecked("lint", reason));
            parts.add(CheckPart.notChecked("pending", reason));
            parts.add(CheckPart.notChecked("drift", reason));
            return;
        }
        parts.add(CheckPart.attempt(
                "migrations", () -> CheckFindings.unwritten(folder, provider.get(), schema, files.get(0))));
        // A file that is no SQL is not a thing to be passed over: it ends the command.
        parts.add(CheckPart.of(
                "lint",
                folder.isEmpty() ? List.of() : new MigrationLinter(provider.get(), project.lints()).lint(folder)));
        DatabaseCheck.of(invocation, schema, files, folder).forEach(parts::add);
    }

    private static void print(Invocation invocation, List<CheckPart> parts, List<Diagnostic> findings) {
        Console console = invocation.console();
        new Report(console, invocation.host().environment()).print(findings);
        for (CheckPart part : parts) {
            String name = part.name() + " ".repeat(12 - part.name().length());
            console.print(name + part.summary());
        }
    }

    private static JsonObject json(CheckPart part) {
        return new JsonObject()
                .put("part", part.name())
                .put("checked", part.notChecked().isEmpty())
                .put("errors", part.errors())
                .put("warnings", part.findings().size() - part.errors())
                .put("reason", part.notChecked().orElse(null));
    }

    /** Used where a part may turn out not to be checkable. */
    static String reason(FailureException failure) {
        return failure.getMessage()
                + (failure.notes().isEmpty() ? "" : " (" + failure.notes().get(0) + ")");
    }
}
