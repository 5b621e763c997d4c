package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Corrects the history by what a person knows: it writes rows of the history, and runs nothing of a migration. */
public final class HistoryResolver {
    private final DatabaseUrl url;
    private final MigrationFolder folder;
    private final ExecutorOptions options;
    private final DatabaseEngine engine;

    public HistoryResolver(DatabaseUrl url, MigrationFolder folder, ExecutorOptions options) {
        this.url = url;
        this.folder = folder;
        this.options = options;
        engine = Engines.of(url.provider());
    }

    /**
     * The database has all that this migration does: record it as applied.
     *
     * @return its id
     */
    public String applied(String text) {
        Migration migration = find(text);
        try (Runner runner = Runner.open(engine, url, options)) {
            runner.start(Optional.of(migration.id()));
            runner.record(migration, StepPlan.of(engine, migration.up()));
            return migration.id();
        }
    }

    /**
     * The database has nothing of this migration: forget it.
     *
     * @return its id
     */
    public String pending(String text) {
        Optional<Migration> known = folder.find(text);
        try (Runner runner = Runner.open(engine, url, options)) {
            runner.start(known.map(Migration::id));
            String id = known.isPresent() ? known.get().id() : row(runner, text).id();
            runner.forget(id);
            return id;
        }
    }

    /**
     * The step that an earlier run was stopped in is done, or isn't.
     *
     * @return the number of the step, 1-based
     * @throws FailureException F5331, when no step is in doubt
     */
    public int step(String id, boolean done) {
        try (Runner runner = Runner.open(engine, url, options)) {
            runner.start();
            HistoryEntry row = row(runner, id);
            if (row.intent().isEmpty()) {
                throw FailureException.of(Kind.USAGE, "F5331", "no step of `" + id + "` is in doubt")
                        .next("flash migrate status")
                        .build();
            }
            Migration migration = find(row.id());
            StepPlan plan = StepPlan.of(
                    engine,
                    row.direction() == Direction.UP
                            ? migration.up()
                            : migration.down().orElseThrow(() -> unknown(id)));
            runner.settle(row, plan, done);
            return row.intent().get().step();
        }
    }

    /**
     * The database was there before its migrations: records all up to the target as applied.
     *
     * @param target empty for the newest
     * @return the ids that were recorded
     * @throws FailureException F5332, when the history holds something already
     */
    public List<String> baseline(Optional<String> target) {
        List<String> recorded = new ArrayList<>();
        try (Runner runner = Runner.open(engine, url, options)) {
            runner.start();
            if (!runner.history().isEmpty()) {
                throw FailureException.failed("F5332", "the database has a history of migrations already")
                        .help("mark single migrations with `flash migrate resolve`")
                        .next("flash migrate status")
                        .build();
            }
            for (Migration migration : new MigrationExecutor(url, folder, options).upTo(target)) {
                runner.record(migration, StepPlan.of(engine, migration.up()));
                recorded.add(migration.id());
            }
        }
        return recorded;
    }

    private HistoryEntry row(Runner runner, String id) {
        String exact = folder.find(id).map(Migration::id).orElse(id);
        return runner.history().stream()
                .filter(row -> row.id().equals(exact))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private Migration find(String id) {
        return folder.find(id).orElseThrow(() -> unknown(id));
    }

    private static FailureException unknown(String id) {
        return FailureException.of(Kind.USAGE, "F5417", "there is no single migration `" + id + "`")
                .next("flash migrate status")
                .build();
    }
}
