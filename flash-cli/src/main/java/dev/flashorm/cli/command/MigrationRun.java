package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.output.Progress;
import dev.flashorm.migrate.execute.ExecutionListener;
import dev.flashorm.migrate.execute.ExecutionReport;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.Interruption;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.sql.Statement;
import java.util.List;
import java.util.function.Function;

/** Runs migrations, up or down, with progress and a way to stop. */
final class MigrationRun {
    private final Invocation invocation;
    private final MigrationTarget target;

    MigrationRun(Invocation invocation, MigrationTarget target) {
        this.invocation = invocation;
        this.target = target;
    }

    ExecutionReport run(Function<ExecutorOptions, ExecutionReport> work) {
        Console console = invocation.console();
        Progress progress = new Progress(console);
        ExecutionListener listener = new ExecutionListener() {
            @Override
            public void step(Migration migration, int step, int total, Statement statement) {
                progress.show(migration.id() + ": statement " + step + " of " + total);
            }

            @Override
            public void notice(String text) {
                console.alert("note: " + text);
            }
        };
        try (Interruption interruption = Interruption.watch(console::alert)) {
            return work.apply(ExecutorOptions.defaults(invocation.version())
                    .withAcceptDataLoss(invocation.arguments().has(SharedParameters.ACCEPT_DATA_LOSS))
                    .withStop(interruption::isAsked)
                    .withListener(listener));
        } finally {
            progress.end();
        }
    }

    JsonObject data(List<JsonObject> migrations, boolean dryRun) {
        return new JsonObject()
                .put("database", target.url().toString())
                .put("migrations", migrations)
                .put("dryRun", dryRun);
    }

    List<JsonObject> ran(ExecutionReport report) {
        return report.runs().stream()
                .map(run -> new JsonObject()
                        .put("id", run.id())
                        .put("statements", run.steps())
                        .put("milliseconds", run.elapsed().toMillis()))
                .toList();
    }

    void print(ExecutionReport report, String verb) {
        for (ExecutionReport.Run run : report.runs()) {
            invocation
                    .console()
                    .print(verb + " " + run.id() + ": " + Counted.of(run.steps(), "statement")
                            + (run.resumedAt() > 1 ? ", resumed at " + run.resumedAt() : "") + " ("
                            + Counted.duration(run.elapsed().toNanos()) + ")");
        }
        report.notices().forEach(notice -> invocation.console().alert("note: " + notice));
    }
}
