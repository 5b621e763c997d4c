package dev.flashorm.cli.command;

import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.HistoryResolver;
import dev.flashorm.migrate.execute.MigrationStatus;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** `flash migrate resolve`: a person says what the database has. */
public final class MigrateResolveCommand implements Command {
    private static final String NOT_ONE = "F6103";
    private static final String UNKNOWN = "F5417";

    private static final Parameter.Option APPLIED =
            new Parameter.Option("--applied", "MIGRATION", "the database has all that it does: record it as applied");
    private static final Parameter.Option ROLLED_BACK = new Parameter.Option(
            "--rolled-back", "MIGRATION", "the database has nothing of it: forget it, so that it is pending again");
    private static final Parameter.Option STEP_DONE = new Parameter.Option(
            "--step-done", "MIGRATION", "the step that a run was stopped in is done: go on behind it");
    private static final Parameter.Option STEP_NOT_DONE = new Parameter.Option(
            "--step-not-done", "MIGRATION", "the step that a run was stopped in has left nothing: run it again");
    private static final List<Parameter.Option> RESOLUTIONS = List.of(APPLIED, ROLLED_BACK, STEP_DONE, STEP_NOT_DONE);

    @Override
    public Usage usage() {
        return new Usage(
                "Corrects the history of a database by what you have seen there. It runs nothing of a migration.",
                List.of(APPLIED, ROLLED_BACK, STEP_DONE, STEP_NOT_DONE, SharedParameters.DRY_RUN),
                List.of(ExitCode.LOCKED),
                List.of(
                        new Usage.Example(
                                "flash migrate resolve --applied 20261121015104_add_users",
                                "somebody has run its SQL by hand"),
                        new Usage.Example(
                                "flash migrate resolve --rolled-back add_users", "somebody has taken it back by hand"),
                        new Usage.Example(
                                "flash migrate resolve --step-done add_users",
                                "after a crash on MySQL: the statement in doubt took effect")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Parameter.Option chosen = chosen(invocation);
        String typed = invocation.arguments().value(chosen).orElseThrow();
        MigrationTarget target = MigrationTarget.of(invocation);
        ExecutorOptions options = ExecutorOptions.defaults(invocation.version());
        if (invocation.arguments().has(SharedParameters.DRY_RUN)) {
            String id = find(target, options, typed);
            invocation.console().print("would record " + id + ": " + chosen.description());
            return outcome(target, id, chosen, null, true);
        }
        HistoryResolver resolver = new HistoryResolver(target.url(), target.folder(), options);
        if (chosen.equals(APPLIED) || chosen.equals(ROLLED_BACK)) {
            String id = chosen.equals(APPLIED) ? resolver.applied(typed) : resolver.pending(typed);
            invocation.console().print(id + (chosen.equals(APPLIED) ? " is recorded as applied" : " is pending again"));
            invocation.console().tell("next: flash status");
            return outcome(target, id, chosen, null, false);
        }
        boolean done = chosen.equals(STEP_DONE);
        int step = resolver.step(typed, done);
        String id = target.folder().find(typed).map(Migration::id).orElse(typed);
        invocation
                .console()
                .print("statement " + step + " of " + id + (done ? " is recorded as done" : " will run again"));
        invocation.console().tell("next: flash apply");
        return outcome(target, id, chosen, step, false);
    }

    private static Parameter.Option chosen(Invocation invocation) {
        List<Parameter.Option> given = RESOLUTIONS.stream()
                .filter(option -> invocation.arguments().value(option).isPresent())
                .toList();
        if (given.size() != 1) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            NOT_ONE,
                            given.isEmpty() ? "what is true of which migration?" : "these options exclude each other")
                    .help("say one of --applied, --rolled-back, --step-done, --step-not-done with the migration")
                    .next("flash migrate resolve --help")
                    .build();
        }
        return given.get(0);
    }

    private static String find(MigrationTarget target, ExecutorOptions options, String typed) {
        Optional<String> known = target.folder().find(typed).map(Migration::id);
        return known.or(() -> target.executor(options).status().entries().stream()
                        .map(MigrationStatus.Entry::id)
                        .filter(typed::equals)
                        .findFirst())
                .orElseThrow(() -> FailureException.of(
                                FailureException.Kind.USAGE, UNKNOWN, "there is no single migration `" + typed + "`")
                        .next("flash migrate status")
                        .build());
    }

    private static Outcome outcome(
            MigrationTarget target, String id, Parameter.Option chosen, @Nullable Integer step, boolean dryRun) {
        return Outcome.done(new JsonObject()
                .put("database", target.url().toString())
                .put("migration", id)
                .put("resolution", chosen.name().substring(2))
                .put("statement", step)
                .put("dryRun", dryRun));
    }
}
