package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings a database to a place in the migration folder, and says where it stands. */
public final class MigrationExecutor {
    private final DatabaseUrl url;
    private final MigrationFolder folder;
    private final ExecutorOptions options;
    private final DatabaseEngine engine;

    public MigrationExecutor(DatabaseUrl url, MigrationFolder folder, ExecutorOptions options) {
        this.url = url;
        this.folder = folder;
        this.options = options;
        engine = Engines.of(url.provider());
    }

    /** Applies everything that is pending. */
    public ExecutionReport up() {
        return up(Optional.empty());
    }

    /**
     * Applies what is pending, up to and including one migration.
     *
     * @param target an id, a name or the beginning of an id; empty for the newest
     * @throws FailureException F53xx when a step failed, F54xx when folder and history contradict each other, F55xx when
     *     the database can't be had; locked with F5510
     */
    public ExecutionReport up(Optional<String> target) {
        List<Migration> wanted = upTo(target);
        try (Runner runner = Runner.open(engine, url, options)) {
            runner.start();
            runner.adopt(folder);
            check(runner.history());
            DataGate gate = new DataGate(engine, folder, options, Direction.UP);
            runner.connection().ifPresent(connection -> gate.beforeRun(connection, wanted, runner.history()));
            List<ExecutionReport.Run> runs = new ArrayList<>();
            for (Migration migration : wanted) {
                Optional<HistoryEntry> row = runner.find(migration.id());
                if (row.isPresent() && row.get().isApplied()) {
                    continue;
                }
                row.filter(entry -> entry.direction() == Direction.DOWN).ifPresent(this::halfReverted);
                if (row.isEmpty()) {
                    runner.connection().ifPresent(connection -> gate.before(connection, migration));
                }
                runner.run(migration, Direction.UP, StepPlan.of(engine, migration.up()))
                        .ifPresent(runs::add);
            }
            return new ExecutionReport(runs, runner.notices());
        }
    }

    /** Reverts the last `count` applied migrations, newest first. */
    public ExecutionReport down(int count) {
        try (Runner runner = Runner.open(engine, url, options)) {
            runner.start();
            runner.adopt(folder);
            List<Migration> applied = applied(runner.history());
            return down(
                    runner,
                    applied.subList(Math.max(0, applied.size() - count), applied.size()),
                    count == 1 ? "" : " " + count);
        }
    }

    /** Reverts every applied migration that is newer than the target, which stays; `empty` reverts all. */
    public ExecutionReport downTo(String target) {
        Set<String> kept = new HashSet<>();
        if (!target.equals("empty")) {
            upTo(Optional.of(target)).forEach(migration -> kept.add(migration.id()));
        }
        try (Runner runner = Runner.open(engine, url, options)) {
            runner.start();
            runner.adopt(folder);
            return down(
                    runner,
                    applied(runner.history()).stream()
                            .filter(migration -> !kept.contains(migration.id()))
                            .toList(),
                    " --to " + (target.contains(" ") ? '"' + target + '"' : target));
        }
    }

    /**
     * Runs steps that take away what the migrations made, forgets that they were applied, and applies all of them anew.
     *
     * @throws FailureException F5325 when a step failed; else as {@link #up()}
     */
    public ExecutionReport reset(List<Step> steps) {
        try (Runner runner = Runner.open(engine, url, options)) {
            runner.start();
            runner.reset(steps);
        }
        return up();
    }

    /** Reads only; a SQLite file that isn't there is not made. */
    public MigrationStatus status() {
        return new StatusReader(engine, url, folder, options).read();
    }

    /** What `up` would run, in order; reads only. */
    public List<Migration> pending(Optional<String> target) {
        Set<String> pending = new HashSet<>();
        status().entries().forEach(entry -> {
            if (entry.state() != MigrationStatus.State.APPLIED) {
                pending.add(entry.id());
            }
        });
        return upTo(target).stream()
                .filter(migration -> pending.contains(migration.id()))
                .toList();
    }

    /** @param how the arguments that say which, for the command to type next */
    private ExecutionReport down(Runner runner, List<Migration> migrations, String how) {
        check(runner.history());
        List<String> losses = new ArrayList<>();
        Map<String, StepPlan> plans = new HashMap<>();
        for (Migration migration : migrations) {
            plans.put(migration.id(), downPlan(migration));
            losses.addAll(migration.downLosses());
        }
        if (!losses.isEmpty() && !options.acceptDataLoss()) {
            FailureException.Builder failure =
                    FailureException.of(Kind.DECLINED, "F5321", "the way down takes data away, and nobody has agreed");
            losses.forEach(loss -> failure.note("lost: " + loss));
            throw failure.note("nothing was executed")
                    .next("flash migrate down" + how + " --accept-data-loss")
                    .build();
        }
        List<Migration> newestFirst = new ArrayList<>(migrations);
        Collections.reverse(newestFirst);
        DataGate gate = new DataGate(engine, folder, options, Direction.DOWN);
        runner.connection().ifPresent(connection -> gate.beforeRun(connection, newestFirst, runner.history()));
        List<ExecutionReport.Run> runs = new ArrayList<>();
        for (Migration migration : newestFirst) {
            Optional<HistoryEntry> row = runner.find(migration.id());
            row.filter(entry -> entry.direction() == Direction.UP
                            && entry.finishedAt().isEmpty())
                    .ifPresent(this::halfApplied);
            StepPlan plan = plans.get(migration.id());
            if (plan != null && row.isPresent()) {
                if (row.get().isApplied()) {
                    runner.connection().ifPresent(connection -> gate.before(connection, migration));
                }
                runner.run(migration, Direction.DOWN, plan).ifPresent(runs::add);
            }
        }
        return new ExecutionReport(runs, runner.notices());
    }

    private StepPlan downPlan(Migration migration) {
        return StepPlan.of(
                engine,
                migration
                        .down()
                        .orElseThrow(() -> FailureException.failed(
                                        "F5320", "the migration `" + migration.display() + "` has no down.sql")
                                .note("nothing was executed")
                                .help("write one, or write a new migration that takes its changes back")
                                .build()));
    }

    private void check(List<HistoryEntry> rows) {
        HistoryCheck check = new HistoryCheck(engine, folder, rows);
        check.throwFirst();
        check.notices().forEach(options.listener()::notice);
    }

    /** In the folder's order: applied, or half on the way. */
    private List<Migration> applied(List<HistoryEntry> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.id()));
        return folder.migrations().stream()
                .filter(migration -> ids.contains(migration.id()))
                .toList();
    }

    /** The target and all that it builds on, in order. */
    public List<Migration> upTo(Optional<String> target) {
        Optional<Migration> end = target.isPresent() ? Optional.of(find(target.get())) : folder.head();
        Set<String> needed = new HashSet<>();
        end.ifPresent(migration -> needed.add(migration.id()));
        List<Migration> order = new ArrayList<>();
        for (int i = folder.migrations().size() - 1; i >= 0; i--) {
            Migration migration = folder.migrations().get(i);
            if (needed.contains(migration.id())) {
                needed.addAll(migration.parents());
                order.add(0, migration);
            }
        }
        return order;
    }

    private Migration find(String target) {
        return folder.find(target)
                .orElseThrow(() -> FailureException.of(
                                Kind.USAGE,
                                "F5417",
                                "there is no single migration `" + target + "` in `" + folder.display() + "`")
                        .next("flash migrate status")
                        .build());
    }

    private void halfReverted(HistoryEntry row) {
        throw half("F5322", row, "half reverted", "flash migrate down");
    }

    private void halfApplied(HistoryEntry row) {
        throw half("F5323", row, "half applied", "flash migrate up");
    }

    private static FailureException half(String code, HistoryEntry row, String how, String next) {
        FailureException.Builder failure = FailureException.failed(code, "the migration `" + row.id() + "` is " + how)
                .note(row.stepsDone() + " of " + row.stepsTotal() + " statements of that way are done");
        row.error().ifPresent(failure::note);
        return failure.help("finish that first").next(next).build();
    }
}
