package dev.flashorm.migrate.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.UnmanagedObject;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pairs of databases made by hand: the plan between them leads there and back, and what is beside the model stays. */
final class DiffCorpusTest {
    /** What is counted: of pairs within the schema language all, of the others what must hold for them too. */
    private record Scores(Score up, Score down, Score noop, Score idempotent, Score harmless) {
        static Scores of(DatabaseName name) {
            String diff = "diff " + name.id();
            return new Scores(
                    new Score(diff + " up"),
                    new Score(diff + " down"),
                    new Score(diff + " noop"),
                    new Score(diff + " idempotent"),
                    new Score(diff + " harmless"));
        }

        Scores beyondTheLanguage() {
            return new Scores(new Score(""), new Score(""), noop, new Score(""), harmless);
        }

        void report() throws IOException {
            for (Score score : List.of(up, down, noop, idempotent, harmless)) {
                score.report();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MONGODB")
    void pairs(DatabaseName name) throws IOException {
        TestDatabases.get(name);
        String database = name == DatabaseName.POSTGRESQL ? "postgres" : name.provider();
        Scores scores = Scores.of(name);
        for (Map<String, String> found : Corpus.cases("diff/pairs.jsonl")) {
            if (!database.equals(found.get("db"))) {
                continue;
            }
            String id = found.get("suite") + "/" + found.get("file") + "/" + found.get("name");
            boolean core = "core".equals(found.get("scope"));
            try (Sandbox ours = new Sandbox(name);
                    Sandbox theirs = new Sandbox(name)) {
                try {
                    ours.run(found.getOrDefault("old", ""));
                    theirs.run(found.getOrDefault("new", ""));
                } catch (SQLException doesNotLoad) {
                    continue;
                }
                pair(
                        name,
                        ours,
                        theirs,
                        id,
                        core ? scores : scores.beyondTheLanguage(),
                        Boolean.parseBoolean(found.get("catalog_same")));
            } catch (SQLException | RuntimeException e) {
                scores.up().fail(id, e.toString());
            }
        }
        scores.report();
        assertThat(scores.up().ratio()).isGreaterThanOrEqualTo(0.97);
        assertThat(scores.down().ratio()).isGreaterThanOrEqualTo(0.97);
        assertThat(scores.noop().ratio()).isEqualTo(1);
        assertThat(scores.idempotent().ratio()).isEqualTo(1);
        assertThat(scores.harmless().ratio()).isEqualTo(1);
    }

    private static void pair(DatabaseName name, Sandbox ours, Sandbox theirs, String id, Scores scores, boolean same)
            throws SQLException {
        MigrationPlanner planner = MigrationPlanner.of(name.provider());
        DatabaseSchema before = ours.read();
        DatabaseSchema after = theirs.read();
        MigrationPlan plan = planner.plan(before, after, Renames.none());
        if (same) {
            record(scores.noop(), id, plan.upSql());
        }
        String reason = run(ours, plan.up(), after);
        record(scores.up(), id, reason);
        DatabaseSchema reached = ours.read();
        List<UnmanagedObject> lost = new ArrayList<>(before.unmanaged());
        lost.removeAll(reached.unmanaged());
        // What hangs on a table goes with it.
        plan.changes().forEach(change -> {
            if (change instanceof Change.DropTable drop) {
                lost.removeIf(
                        object -> object.table().equals(Optional.of(drop.table().name())));
            }
        });
        record(scores.harmless(), id, lost.isEmpty() ? "" : "lost: " + lost);
        if (reason.isEmpty()) {
            record(
                    scores.idempotent(),
                    id,
                    planner.plan(reached, after, Renames.none()).upSql());
            record(scores.down(), id, run(ours, plan.down(), before));
        }
    }

    private static void record(Score score, String id, String reason) {
        if (reason.isEmpty()) {
            score.hold();
        } else {
            score.fail(id, reason);
        }
    }

    private static String run(Sandbox ours, List<Step> steps, DatabaseSchema goal) throws SQLException {
        try {
            ours.run(steps);
        } catch (SQLException e) {
            return "fails: " + e.getMessage() + " SQL: " + steps;
        }
        String difference = String.join("; ", PlanVerifier.differences(goal, ours.read()));
        return difference.isEmpty() ? "" : "differs: " + difference + " SQL: " + steps;
    }
}
