package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.StepKind;
import dev.flashorm.migrate.engine.jdbc.JdbcSession;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.journal.Journal;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.migrate.sql.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the steps back that are done when a later one fails (`--on-fail=compensate`): only those that added something,
 * and only all of them. What a step added is seen by comparing the catalog before and after it, so that the inverse is
 * a plan like any other. Each inverse is journalled as a step in doubt: whoever comes after a crash finds the step done
 * or not done.
 */
final class Compensation {
    private final DatabaseEngine engine;
    private final EngineSession session;
    private final ExecutorOptions options;
    private final StepPlan plan;
    private final List<Undo> undos = new ArrayList<>();
    private Optional<String> obstacle = Optional.empty();
    private DatabaseSchema start = DatabaseSchema.empty();
    private DatabaseSchema current = DatabaseSchema.empty();

    /** @param before the fingerprint that the journal takes for the state before the step */
    private record Undo(int index, String before, List<Change> changes, List<String> statements) {}

    Compensation(DatabaseEngine engine, EngineSession session, ExecutorOptions options, StepPlan plan) {
        this.engine = engine;
        this.session = session;
        this.options = options;
        this.plan = plan;
    }

    private boolean isAsked() {
        return options.onFail() == ExecutorOptions.OnFail.COMPENSATE;
    }

    /** @param done how many steps an earlier run has done, whose state before nobody has seen */
    void begin(int done) throws SQLException {
        if (isAsked()) {
            if (!(session instanceof JdbcSession)) {
                refuse("this database has no catalog that shows what a step has added");
            }
            if (done > 0) {
                refuse("an earlier run had done statement " + done);
            }
            start = introspect();
            current = start;
        }
    }

    void doneAlone(int index, String before) throws SQLException {
        if (!isAsked() || obstacle.isPresent()) {
            return;
        }
        DatabaseSchema now = introspect();
        MigrationPlan way = MigrationPlanner.of(engine.provider()).plan(current, now, Renames.none());
        List<String> inverse =
                way.down().stream().map(Step::statements).flatMap(List::stream).toList();
        if (!isDdl(plan.statement(index))
                || way.changes().isEmpty()
                || !way.changes().stream().allMatch(Compensation::adds)) {
            refuse("statement " + (index + 1) + " does more than to add something");
        } else if (inverse.size() != 1) {
            // Only a single statement is whole or not at all.
            refuse("taking statement " + (index + 1) + " back is more than one step");
        } else {
            undos.add(new Undo(index, before, way.changes(), inverse));
            current = now;
        }
    }

    void doneTogether(int start, int end) {
        for (int i = start; i < end; i++) {
            if (plan.kinds().get(i) == StepKind.TRANSACTIONAL
                    && !plan.statement(i).startsWith("SELECT")) {
                refuse("statement " + (i + 1) + " changed rows");
            }
        }
    }

    private void refuse(String why) {
        if (obstacle.isEmpty()) {
            obstacle = Optional.of(why);
        }
    }

    /**
     * Takes all steps back, the last one first.
     *
     * @param outcome what holds if none is taken back
     * @return what holds now
     */
    String run(Journal journal, int done, String outcome) {
        if (!isAsked()) {
            return outcome;
        }
        if (obstacle.isPresent()) {
            return outcome + "; not taken back, because " + obstacle.get();
        }
        int left = done;
        try {
            for (Undo undo : undos) {
                Optional<String> filled = filled(undo.changes());
                if (filled.isPresent()) {
                    return outcome + "; not taken back, because `" + filled.get() + "` holds rows";
                }
            }
            for (int i = undos.size() - 1; i >= 0; i--) {
                Undo undo = undos.get(i);
                journal.intendUndo(undo.index() + 1, plan.statements(), undo.before());
                for (String statement : undo.statements()) {
                    session.execute(statement);
                }
                left = undo.index();
            }
            List<String> differences = PlanVerifier.differences(start, introspect());
            if (!differences.isEmpty()) {
                return "taken back, but this is not as it was: " + String.join("; ", differences);
            }
            journal.undone();
            return "taken back: the catalog is as it was before this migration";
        } catch (SQLException e) {
            return outcome + "; statement " + left + " could not be taken back (" + engine.error(e)
                    + "); those behind it are, and the next run looks at it";
        }
    }

    /** A table that the steps made and that isn't empty: what is in it came from somebody else. */
    private Optional<String> filled(List<Change> changes) throws SQLException {
        for (Change change : changes) {
            if (change instanceof Change.CreateTable create && session instanceof JdbcSession jdbc) {
                String name = create.table().name().name();
                try (var statement = jdbc.connection().createStatement();
                        var rows = statement.executeQuery("SELECT 1 FROM " + jdbc.table(name) + " LIMIT 1")) {
                    if (rows.next()) {
                        return Optional.of(name);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private DatabaseSchema introspect() throws SQLException {
        return session instanceof JdbcSession jdbc
                ? Introspectors.of(engine.provider()).introspect(jdbc.connection(), IntrospectionScope.defaultSchema())
                : DatabaseSchema.empty();
    }

    private static boolean isDdl(Statement statement) {
        return statement.startsWith("CREATE", "TABLE")
                || statement.startsWith("CREATE", "INDEX")
                || statement.startsWith("CREATE", "UNIQUE", "INDEX")
                || statement.startsWith("ALTER", "TABLE");
    }

    private static boolean adds(Change change) {
        return change instanceof Change.CreateTable
                || (change instanceof Change.AlterTable alter
                        && alter.changes().stream()
                                .allMatch(inside -> inside instanceof TableChange.AddColumn
                                        || inside instanceof TableChange.AddIndex
                                        || inside instanceof TableChange.AddForeignKey
                                        || inside instanceof TableChange.AddCheck));
    }
}
