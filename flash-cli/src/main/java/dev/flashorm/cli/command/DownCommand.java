package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.execute.ExecutionReport;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.execute.MigrationStatus;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** `flash migrate down` and `flash down`. */
public final class DownCommand implements Command {
    private static final String WRONG_COUNT = "F6064";

    private static final Parameter.Argument COUNT = new Parameter.Argument(
            "N", "how many migrations to undo: short for --steps", Parameter.Argument.Arity.OPTIONAL);
    private static final Parameter.Option STEPS =
            new Parameter.Option("--steps", "N", "how many migrations to undo", "1");
    private static final Parameter.Option TO =
            new Parameter.Option("--to", "MIGRATION", "undo every migration after this one; `empty` undoes all");

    private final String path;

    /** @param path one of the command's two names */
    public DownCommand(String path) {
        this.path = path;
    }

    @Override
    public Usage usage() {
        return new Usage(
                "Undoes the last migration by its down.sql. What loses data is listed and needs consent.",
                List.of(COUNT, STEPS, TO, SharedParameters.ACCEPT_DATA_LOSS, SharedParameters.DRY_RUN),
                List.of(ExitCode.DECLINED, ExitCode.LOCKED, ExitCode.INTERRUPTED),
                List.of(
                        new Usage.Example("flash " + path, "undo the last migration"),
                        new Usage.Example("flash " + path + " 2 --dry-run", "say what undoing two would do"),
                        new Usage.Example("flash " + path + " --accept-data-loss", "although tables or columns go")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        long start = System.nanoTime();
        int steps = steps(invocation);
        Optional<String> to = invocation.arguments().value(TO);
        MigrationTarget target = MigrationTarget.of(invocation);
        MigrationRun run = new MigrationRun(invocation, target);
        Console console = invocation.console();
        if (invocation.arguments().has(SharedParameters.DRY_RUN)) {
            return dryRun(invocation, target, run, steps, to);
        }
        console.tell("undoing on " + target.url());
        ExecutionReport report = run.run(options -> {
            MigrationExecutor executor = target.executor(options);
            return to.isPresent() ? executor.downTo(to.get()) : executor.down(steps);
        });
        run.print(report, "undid");
        if (report.runs().isEmpty()) {
            console.print("nothing to undo: " + target.url() + " has no migrations");
        } else {
            console.print(Counted.of(report.runs().size(), "migration") + " undone on " + target.url() + " in "
                    + Counted.duration(System.nanoTime() - start));
            console.tell("next: flash status");
        }
        return Outcome.done(run.data(run.ran(report), false));
    }

    private static int steps(Invocation invocation) {
        Optional<String> positional = invocation.arguments().positional();
        Optional<String> option = invocation.arguments().value(STEPS);
        Optional<String> typed = option.or(() -> positional);
        if (typed.isEmpty()) {
            return 1;
        }
        Optional<Integer> steps = Counted.parse(typed.get());
        boolean twice = (positional.isPresent() && option.isPresent())
                || invocation.arguments().value(TO).isPresent();
        if (steps.isEmpty() || twice) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            WRONG_COUNT,
                            steps.isEmpty()
                                    ? "`" + typed.get() + "` is not a number of migrations"
                                    : "a number, `--steps` and `--to` exclude each other")
                    .next("flash down --help")
                    .build();
        }
        return steps.get();
    }

    private static Outcome dryRun(
            Invocation invocation, MigrationTarget target, MigrationRun run, int steps, Optional<String> to) {
        MigrationStatus status =
                target.executor(ExecutorOptions.defaults(invocation.version())).status();
        List<MigrationStatus.Entry> applied = status.entries().stream()
                .filter(entry -> entry.state() != MigrationStatus.State.PENDING)
                .toList();
        List<JsonObject> migrations = new ArrayList<>();
        int left = to.isPresent() ? applied.size() : steps;
        for (int i = applied.size() - 1; i >= 0 && left > 0; i--, left--) {
            MigrationStatus.Entry entry = applied.get(i);
            boolean stays = to.isPresent()
                    && (entry.id().startsWith(to.get()) || entry.name().equals(to.get()));
            if (stays) {
                break;
            }
            invocation.console().print("would undo " + entry.id());
            target.folder()
                    .find(entry.id())
                    .ifPresent(migration -> migration
                            .downLosses()
                            .forEach(loss -> invocation.console().print("  loses data: " + loss)));
            migrations.add(new JsonObject().put("id", entry.id()));
        }
        if (migrations.isEmpty()) {
            invocation.console().print("nothing to undo: " + target.url() + " has no migrations");
        }
        return Outcome.done(run.data(migrations, true));
    }
}
