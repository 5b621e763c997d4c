package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.output.Report;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.lint.MigrationLinter;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.List;
import java.util.Optional;

/** `flash migrate lint`; needs no database. */
public final class LintCommand implements Command {
    private static final String NO_MIGRATION = "F5417";

    private static final Parameter.Argument MIGRATION = new Parameter.Argument(
            "MIGRATION", "only this one: its id, its name or how its id begins", Parameter.Argument.Arity.OPTIONAL);
    private static final Parameter.Option SINCE =
            new Parameter.Option("--since", "MIGRATION", "only those behind this one");

    @Override
    public Usage usage() {
        return new Usage(
                "Looks for hazards in the SQL of migrations, also in what was written by hand: what locks a table, breaks"
                        + " running code or loses data; and says how to write it instead.",
                List.of(MIGRATION, SINCE, GlobalParameters.FORMAT, SharedParameters.DRY_RUN_ANYWAY),
                List.of(ExitCode.FINDINGS),
                List.of(
                        new Usage.Example("flash migrate lint", "all migrations"),
                        new Usage.Example("flash migrate lint add_users", "one of them"),
                        new Usage.Example(
                                "flash migrate lint --since 20261121", "what was written after the one that is live"),
                        new Usage.Example("flash validate --explain F5601", "what a code means, at length")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Project project = invocation.project();
        String provider = CompiledSchema.of(invocation).provider();
        MigrationFolder folder = MigrationFolder.open(
                project.migrationsPath(), project.migrations().value());
        List<Migration> migrations = chosen(invocation, folder);
        List<Diagnostic> found = new MigrationLinter(provider, project.lints()).lint(migrations);
        Console console = invocation.console();
        new Report(console, invocation.host().environment()).print(found);
        long errors = found.stream().filter(Diagnostic::isError).count();
        console.print(Counted.of(migrations.size(), "migration") + " looked at: " + Counted.of(errors, "error") + ", "
                + Counted.of(found.size() - errors, "warning"));
        JsonObject data = new JsonObject()
                .put("migrations", migrations.stream().map(Migration::id).toList())
                .put("errors", errors)
                .put("warnings", found.size() - errors);
        return new Outcome(errors > 0 ? ExitCode.FINDINGS : ExitCode.DONE, data, found);
    }

    private static List<Migration> chosen(Invocation invocation, MigrationFolder folder) {
        Optional<String> only = invocation.arguments().positional();
        if (only.isPresent()) {
            return List.of(find(folder, only.get()));
        }
        Optional<String> since = invocation.arguments().value(SINCE);
        List<Migration> all = folder.migrations();
        return since.isPresent() ? all.subList(all.indexOf(find(folder, since.get())) + 1, all.size()) : all;
    }

    private static Migration find(MigrationFolder folder, String text) {
        return folder.find(text)
                .orElseThrow(() -> FailureException.of(
                                FailureException.Kind.USAGE,
                                NO_MIGRATION,
                                "there is no single migration `" + text + "` in `" + folder.display() + "`")
                        .next("flash migrate status")
                        .build());
    }
}
