package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.compare.DatabaseReader;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationStatus;
import dev.flashorm.migrate.execute.MigrationStatus.State;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.migrate.scratch.FolderVerifier;
import dev.flashorm.migrate.scratch.FolderVerifier.Flaw;
import dev.flashorm.migrate.scratch.ScratchDatabase;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** `flash migrate verify`: do the files hold, and does the database match them? */
public final class MigrateVerifyCommand implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "Replays all migrations in a scratch database, up, down and up again, and compares the catalogs with each"
                        + " other, with the recorded states and with the database. It changes nothing there.",
                List.of(SharedParameters.DRY_RUN_ANYWAY),
                List.of(ExitCode.FINDINGS, ExitCode.INTERRUPTED),
                List.of(
                        new Usage.Example("flash migrate verify", "everything"),
                        new Usage.Example("flash migrate verify --json", "for a program"),
                        new Usage.Example("flash migrate verify --env production", "compare with another database")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Schema schema =
                SchemaCompiler.compile(invocation.project().readSchema()).schema();
        MigrationFolder folder = MigrationFolder.open(
                invocation.project().migrationsPath(),
                invocation.project().migrations().value());
        Trial trial = trial(invocation, schema, folder);
        List<Flaw> flaws = new ArrayList<>(trial.flaws());
        Optional<String> unseen = compareDatabase(invocation, schema, trial, flaws);
        print(invocation, folder, trial, flaws, unseen);
        JsonObject data = new JsonObject()
                .put(
                        "migrations",
                        folder.migrations().stream().map(Migration::id).toList())
                .put("reverted", trial.verifier().reverted())
                .put("databaseCompared", unseen.isEmpty())
                .put(
                        "findings",
                        flaws.stream()
                                .map(flaw -> new JsonObject()
                                        .put("migration", flaw.migration().isEmpty() ? null : flaw.migration())
                                        .put("message", flaw.message()))
                                .toList());
        return new Outcome(flaws.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS, data, List.of());
    }

    /** What the replay has shown; the scratch database is gone. */
    private record Trial(FolderVerifier verifier, List<Flaw> flaws, IntrospectionScope scope) {}

    private static Trial trial(Invocation invocation, Schema schema, MigrationFolder folder) {
        IntrospectionScope scope = schema.datasource()
                .map(datasource -> IntrospectionScope.of(
                        MigrationPlanner.of(datasource.provider()).map(schema).schemas()))
                .orElse(IntrospectionScope.defaultSchema());
        // Ctrl-C ends it at once: nothing is at stake, and the scratch database is taken away at exit.
        try (ScratchDatabase scratch = MigrationTarget.scratch(invocation, schema)) {
            FolderVerifier verifier =
                    new FolderVerifier(folder, scratch, scope, ExecutorOptions.defaults(invocation.version()));
            return new Trial(verifier, List.copyOf(verifier.verify()), scope);
        }
    }

    /** @return why the database was not looked at; empty when it was */
    private static Optional<String> compareDatabase(
            Invocation invocation, Schema schema, Trial trial, List<Flaw> flaws) {
        try {
            MigrationTarget target = MigrationTarget.of(invocation, schema);
            MigrationStatus status = target.executor(ExecutorOptions.defaults(invocation.version()))
                    .status();
            status.problems().forEach(problem -> flaws.add(new Flaw("", problem.code() + ": " + problem.getMessage())));
            List<MigrationStatus.Entry> begun = status.entries().stream()
                    .filter(entry -> entry.state() != State.PENDING)
                    .toList();
            if (begun.isEmpty()) {
                return Optional.of(target.url() + " has no migrations yet");
            }
            if (begun.stream().anyMatch(entry -> entry.state() != State.APPLIED)) {
                return Optional.of(target.url() + " is between two migrations");
            }
            String last = begun.get(begun.size() - 1).id();
            Optional<DatabaseSchema> expected = trial.verifier().after(last);
            if (expected.isPresent()) {
                DatabaseSchema actual =
                        DatabaseReader.read(target.url(), trial.scope().schemas());
                List<String> differences = PlanVerifier.differences(expected.get(), actual);
                if (!differences.isEmpty()) {
                    flaws.add(new Flaw(last, target.url() + " has drifted from it: " + String.join("; ", differences)));
                }
            }
            return Optional.empty();
        } catch (FailureException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void print(
            Invocation invocation, MigrationFolder folder, Trial trial, List<Flaw> flaws, Optional<String> unseen) {
        Console console = invocation.console();
        for (Flaw flaw : flaws) {
            console.print((flaw.migration().isEmpty() ? "" : flaw.migration() + ": ") + flaw.message());
        }
        int count = folder.migrations().size();
        if (flaws.isEmpty()) {
            console.print(Counted.of(count, "migration") + " verified: up, "
                    + trial.verifier().reverted().size() + " down, up again");
        } else {
            console.alert(Counted.of(flaws.size(), "finding") + " in " + Counted.of(count, "migration"));
        }
        unseen.ifPresent(reason -> console.alert("note: the database was not compared: " + reason));
    }
}
