package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.execute.ExecutionReport;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** `flash migrate up` and `flash apply`. */
public final class UpCommand implements Command {
    private static final String TWO_TARGETS = "F6065";

    private static final Parameter.Argument TARGET = new Parameter.Argument(
            "N|MIGRATION",
            "how many to run, or the last one to run: its id, its name or how its id begins",
            Parameter.Argument.Arity.OPTIONAL);
    private static final Parameter.Option TO =
            new Parameter.Option("--to", "MIGRATION", "the last one to run", "the newest");

    private static final String COMPENSATE = "compensate";
    private static final Parameter.Option ON_FAIL = new Parameter.Option(
            "--on-fail",
            "ACTION",
            "what becomes of statements that are done and can't be rolled back when a later one fails: they stay, or"
                    + " what they added is taken back",
            List.of("stay", COMPENSATE),
            Optional.of("stay"));

    private final String path;

    /** @param path one of the command's two names */
    public UpCommand(String path) {
        this.path = path;
    }

    @Override
    public Usage usage() {
        return new Usage(
                "Runs the migrations that the database does not have yet, in order. Where the database can, a migration"
                        + " is one transaction; elsewhere a run that was cut off goes on where it stopped.",
                List.of(TARGET, ON_FAIL, TO, SharedParameters.DRY_RUN),
                List.of(ExitCode.LOCKED, ExitCode.INTERRUPTED),
                List.of(
                        new Usage.Example("flash " + path, "run everything that is pending"),
                        new Usage.Example("flash " + path + " 1 --dry-run", "say what would run"),
                        new Usage.Example("flash " + path + " --to add_tags", "no further than `add_tags`"),
                        new Usage.Example("flash " + path + " --env production", "on another database")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        long start = System.nanoTime();
        MigrationTarget target = MigrationTarget.of(invocation);
        MigrationRun run = new MigrationRun(invocation, target);
        Optional<String> last = last(invocation, target);
        if (invocation.arguments().has(SharedParameters.DRY_RUN)) {
            return dryRun(invocation, target, run, last);
        }
        boolean compensate =
                invocation.arguments().value(ON_FAIL).filter(COMPENSATE::equals).isPresent();
        ExecutionReport report = run.run(
                options -> target.executor(compensate ? options.withOnFail(ExecutorOptions.OnFail.COMPENSATE) : options)
                        .up(last));
        Console console = invocation.console();
        run.print(report, "applied");
        if (report.runs().isEmpty()) {
            console.print("nothing to apply: " + target.url() + " is up to date");
        } else {
            console.print(Counted.of(report.runs().size(), "migration") + " applied to " + target.url() + " in "
                    + Counted.duration(System.nanoTime() - start));
            console.tell("next: flash gen");
        }
        return Outcome.done(run.data(run.ran(report), false));
    }

    /** The last one to run; empty for the newest. */
    private static Optional<String> last(Invocation invocation, MigrationTarget target) {
        Optional<String> typed = invocation.arguments().positional();
        Optional<String> to = invocation.arguments().value(TO);
        if (typed.isPresent() && to.isPresent()) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            TWO_TARGETS,
                            "`" + typed.get() + "` and `--to " + to.get() + "` exclude each other")
                    .next("flash apply --help")
                    .build();
        }
        Optional<Integer> count = typed.flatMap(Counted::parse);
        if (count.isEmpty()) {
            return to.or(() -> typed);
        }
        List<Migration> pending =
                target.executor(ExecutorOptions.defaults(invocation.version())).pending(Optional.empty());
        return pending.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        pending.get(Math.min(count.get(), pending.size()) - 1).id());
    }

    private static Outcome dryRun(
            Invocation invocation, MigrationTarget target, MigrationRun run, Optional<String> last) {
        List<JsonObject> migrations = new ArrayList<>();
        for (Migration migration :
                target.executor(ExecutorOptions.defaults(invocation.version())).pending(last)) {
            invocation.console().print("would apply " + migration.up().path());
            migrations.add(new JsonObject().put("id", migration.id()));
        }
        if (migrations.isEmpty()) {
            invocation.console().print("nothing to apply: " + target.url() + " is up to date");
        }
        return Outcome.done(run.data(migrations, true));
    }
}
