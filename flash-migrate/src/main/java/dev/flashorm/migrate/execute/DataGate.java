package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.dialect.CheckQuery;
import dev.flashorm.migrate.dialect.DataCheck;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.execute.PendingChecks.Expected;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets migrations pass whose data allows them. All that can be seen before a run is seen before its first statement; of
 * a table that an earlier migration of the run changes, right before the migration itself.
 */
final class DataGate {
    private static final int LONGEST_VALUE = 60;

    private final DatabaseEngine engine;
    private final ExecutorOptions options;
    private final Direction direction;
    private final PendingChecks pending;
    private final Map<String, Expected> later = new HashMap<>();

    DataGate(DatabaseEngine engine, MigrationFolder folder, ExecutorOptions options, Direction direction) {
        this.engine = engine;
        this.options = options;
        this.direction = direction;
        pending = new PendingChecks(engine, folder, direction);
    }

    /**
     * Before a run.
     *
     * @param wanted what is to be applied, or reverted, after the run, in the order of the run
     * @param rows the history; what is half applied is not looked at again, nor relied upon
     * @throws FailureException F5330 when rows stand in the way of one of them
     */
    void beforeRun(Connection connection, List<Migration> wanted, List<HistoryEntry> rows) {
        Set<String> begun = new HashSet<>();
        rows.stream()
                .filter(row -> direction == Direction.UP || !row.isApplied())
                .forEach(row -> begun.add(row.id()));
        List<Migration> migrations = wanted.stream()
                .filter(migration -> !begun.contains(migration.id()))
                .toList();
        boolean fromNothing = direction == Direction.UP
                && !migrations.isEmpty()
                && migrations.get(0).parents().isEmpty();
        if (migrations.isEmpty() || fromNothing) {
            // The run makes the tables; there is no data.
            return;
        }
        Set<ObjectName> touched = new HashSet<>();
        boolean known = rows.stream().allMatch(HistoryEntry::isApplied);
        for (Migration migration : migrations) {
            Expected expected = pending.of(migration);
            List<DataCheck> now = new ArrayList<>();
            List<DataCheck> deferred = new ArrayList<>();
            for (DataCheck check : expected.checks()) {
                boolean stands = known && Collections.disjoint(check.reads(), touched);
                (stands ? now : deferred).add(check);
            }
            later.put(migration.id(), new Expected(deferred, expected.asWritten(), expected.touched()));
            check(connection, migration, now, expected.asWritten(), "nothing was executed");
            known &= expected.touched().isPresent();
            expected.touched().ifPresent(touched::addAll);
        }
    }

    /** Before one of them: what could not be seen before the run. */
    void before(Connection connection, Migration migration) {
        Expected expected = later.get(migration.id());
        if (expected != null) {
            check(
                    connection,
                    migration,
                    expected.checks(),
                    expected.asWritten(),
                    "nothing of this migration was executed; those before it are "
                            + (direction == Direction.UP ? "applied" : "reverted"));
        }
    }

    private void check(
            Connection connection, Migration migration, List<DataCheck> checks, boolean asWritten, String outcome) {
        List<String> problems = new ArrayList<>();
        for (DataCheck check : checks) {
            Optional<CheckQuery> query = pending.query(check);
            if (query.isPresent()) {
                run(connection, check, query.get()).ifPresent(problems::add);
            }
        }
        if (problems.isEmpty()) {
            return;
        }
        if (!asWritten) {
            // Somebody has edited the file, perhaps to repair just this: the server decides.
            problems.forEach(problem -> options.listener()
                    .notice("before `" + migration.display() + "`: " + problem
                            + "; the file was edited, so it may take care of that"));
            return;
        }
        SourceFile file =
                direction == Direction.UP ? migration.up() : migration.down().orElse(migration.up());
        FailureException.Builder failure = FailureException.failed(
                        "F5330",
                        "the data does not allow the " + (direction == Direction.UP ? "" : "way down of the ")
                                + "migration `" + migration.display() + "`")
                .at(file.span(0, 0));
        problems.forEach(failure::note);
        throw failure.note(outcome)
                .help("correct these rows; or write the statements that do so at the beginning of `" + file.path()
                        + "`")
                .next(direction == Direction.UP ? "flash migrate up" : "flash migrate down")
                .build();
    }

    private Optional<String> run(Connection connection, DataCheck check, CheckQuery query) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.max(1, options.tableLockWait().toSeconds()));
            try (ResultSet rows = statement.executeQuery(query.sql())) {
                long count = 0;
                List<String> samples = new ArrayList<>();
                while (rows.next()) {
                    count = rows.getLong(1);
                    samples.add(sample(rows, query.labels()));
                }
                samples.removeIf(String::isEmpty);
                return count == 0
                        ? Optional.empty()
                        : Optional.of(check.problem(count)
                                + (samples.isEmpty() ? "" : ": " + String.join("; ", samples))
                                + (samples.size() < CheckQuery.SAMPLES || count == samples.size() ? "" : "; …"));
            }
        } catch (SQLException e) {
            options.listener()
                    .notice("the data of `" + check.table().name() + "` could not be checked beforehand: "
                            + engine.error(e).text());
            return Optional.empty();
        }
    }

    private static String sample(ResultSet row, List<String> labels) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            String value = String.valueOf(row.getString(i + 2));
            int end = value.offsetByCodePoints(0, Math.min(LONGEST_VALUE, value.codePointCount(0, value.length())));
            parts.add(labels.get(i) + " = " + value.substring(0, end) + (end < value.length() ? "…" : ""));
        }
        return String.join(", ", parts);
    }
}
