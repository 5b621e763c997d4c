package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.output.Report;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationStatus;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.List;
import java.util.Locale;

/** `flash migrate status` and `flash status`. */
public final class StatusCommand implements Command {
    private static final Parameter.Flag CHECK =
            new Parameter.Flag("--check", "exit 4 when a migration is pending or something is wrong");

    private final String path;

    /** @param path one of the command's two names */
    public StatusCommand(String path) {
        this.path = path;
    }

    @Override
    public Usage usage() {
        return new Usage(
                "Shows which migrations the database has and which are pending, edited or missing. It only reads.",
                List.of(CHECK, SharedParameters.DRY_RUN_ANYWAY),
                List.of(ExitCode.FINDINGS),
                List.of(
                        new Usage.Example("flash " + path, "where the database stands"),
                        new Usage.Example("flash " + path + " --check", "for CI: is everything applied?"),
                        new Usage.Example("flash " + path + " --json", "for a program")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        MigrationTarget target = MigrationTarget.of(invocation);
        MigrationStatus status =
                target.executor(ExecutorOptions.defaults(invocation.version())).status();
        print(invocation, target, status);
        boolean findings = !status.problems().isEmpty() || !isUpToDate(status);
        Report report = new Report(invocation.console(), invocation.host().environment());
        JsonObject data = new JsonObject()
                .put("database", target.url().toString())
                .put("upToDate", isUpToDate(status))
                .put(
                        "migrations",
                        status.entries().stream().map(StatusCommand::entry).toList())
                .put("problems", status.problems().stream().map(report::json).toList())
                .put("notices", status.notices());
        boolean check = invocation.arguments().has(CHECK);
        return new Outcome(check && findings ? ExitCode.FINDINGS : ExitCode.DONE, data, List.of());
    }

    private static void print(Invocation invocation, MigrationTarget target, MigrationStatus status) {
        Console console = invocation.console();
        console.print(target.url().toString());
        for (MigrationStatus.Entry entry : status.entries()) {
            String state = word(entry.state());
            String shown = entry.state() == MigrationStatus.State.APPLIED
                    ? console.outStyle().good(state)
                    : console.outStyle().warning(state);
            console.print("  " + shown + " ".repeat(Math.max(1, 17 - state.length())) + entry.id()
                    + entry.finishedAt().map(time -> "  " + time).orElse("")
                    + (entry.state() == MigrationStatus.State.PARTLY_APPLIED
                                    || entry.state() == MigrationStatus.State.PARTLY_REVERTED
                            ? "  " + entry.stepsDone() + " of " + entry.stepsTotal() + " statements done"
                            : ""));
        }
        if (status.entries().isEmpty()) {
            console.print("  no migrations in " + target.folder().display());
        }
        status.notices().forEach(notice -> console.alert("note: " + notice));
        Report report = new Report(console, invocation.host().environment());
        for (FailureException problem : status.problems()) {
            report.print(problem);
        }
        if (status.problems().isEmpty() && status.entries().isEmpty()) {
            console.tell("next: flash migrate \"init\"");
        } else if (status.problems().isEmpty() && !isUpToDate(status)) {
            console.tell("next: flash apply");
        }
    }

    private static boolean isUpToDate(MigrationStatus status) {
        return status.entries().stream().allMatch(entry -> entry.state() == MigrationStatus.State.APPLIED);
    }

    private static JsonObject entry(MigrationStatus.Entry entry) {
        return new JsonObject()
                .put("id", entry.id())
                .put("name", entry.name())
                .put("state", word(entry.state()))
                .put("statementsDone", entry.stepsDone())
                .put("statements", entry.stepsTotal())
                .put("finishedAt", entry.finishedAt().orElse(null))
                .put("error", entry.error().orElse(null))
                .put("by", entry.executedBy().orElse(null));
    }

    private static String word(MigrationStatus.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
