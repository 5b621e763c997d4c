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
    @ParameterizedTest
    @EnumSource
    void pairs(DatabaseName name) throws IOException {
        TestDatabases.get(name);
        String database = name == DatabaseName.POSTGRESQL ? "postgres" : name.provider();
        Score up = new Score("diff " + name.id() + " up");
        Score down = new Score("diff " + name.id() + " down");
        Score noop = new Score("diff " + name.id() + " noop");
        Score harmless = new Score("diff " + name.id() + " harmless");
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
                Score unscored = new Score("");
                pair(
                        name,
                        ours,
                        theirs,
                        id,
                        core ? up : unscored,
                        core ? down : unscored,
                        noop,
                        harmless,
                        Boolean.parseBoolean(found.get("catalog_same")));
            } catch (SQLException | RuntimeException e) {
                up.fail(id, e.toString());
            }
        }
        up.report();
        down.report();
        noop.report();
        harmless.report();
        assertThat(down.ratio()).isGreaterThanOrEqualTo(0.97);
        assertThat(harmless.ratio()).isEqualTo(1);
        assertThat(up.ratio()).isGreaterThanOrEqualTo(0.97);
    }

    private static void pair(
            DatabaseName name,
            Sandbox ours,
            Sandbox theirs,
            String id,
            Score up,
            Score down,
            Score noop,
            Score harmless,
            boolean same)
            throws SQLException {
        MigrationPlanner planner = MigrationPlanner.of(name.provider());
        DatabaseSchema before = ours.read();
        DatabaseSchema after = theirs.read();
        MigrationPlan plan = planner.plan(before, after, Renames.none());
        if (same) {
            record(noop, id, plan.upSql());
        }
        String reason = run(ours, plan.up(), after);
        record(up, id, reason);
        List<UnmanagedObject> lost = new ArrayList<>(before.unmanaged());
        lost.removeAll(ours.read().unmanaged());
        // What hangs on a table goes with it.
        plan.changes().forEach(change -> {
            if (change instanceof Change.DropTable drop) {
                lost.removeIf(
                        object -> object.table().equals(Optional.of(drop.table().name())));
            }
        });
        record(harmless, id, lost.isEmpty() ? "" : "lost: " + lost);
        if (reason.isEmpty()) {
            record(down, id, run(ours, plan.down(), before));
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
