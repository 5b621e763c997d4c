package dev.flashorm.migrate.plan;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.ChangeSummary;
import dev.flashorm.migrate.diff.Differ;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.diff.SampledFields;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.DatabaseSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves a plan by running it in a scratch database: up, down and up again must meet the same two catalogs. What a plan
 * loses is not looked at: a scratch database has no rows.
 */
public final class PlanVerifier {
    private final MigrationPlanner planner;

    /** Where a plan was when something went wrong. */
    public enum Way {
        /** The state before could not be made: nothing is known of the plan. */
        START("making the state before"),
        UP("the way up"),
        DOWN("the way down"),
        UP_AGAIN("the way up after the way down");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    /**
     * Something that does not hold.
     *
     * @param message a sentence, with the server's own text
     */
    public record Flaw(Way way, String message) {}

    /** @param provider a canonical name */
    public PlanVerifier(String provider) {
        planner = MigrationPlanner.of(provider);
    }

    /**
     * Runs a plan there and back.
     *
     * @param scratch locked, on an empty database, which is left as after the way up; not closed
     * @param before what the plan starts from
     * @return what went wrong; empty when the plan holds
     */
    public List<Flaw> verify(EngineSession scratch, DatabaseSchema before, MigrationPlan plan) throws SQLException {
        List<Flaw> found = new ArrayList<>();
        if (!run(
                scratch,
                Way.START,
                planner.plan(DatabaseSchema.empty(), before, Renames.none()).up(),
                found)) {
            return found;
        }
        IntrospectionScope scope = scope(before, plan);
        DatabaseSchema start = scratch.catalog(scope);
        if (!run(scratch, Way.UP, plan.up(), found)) {
            return found;
        }
        DatabaseSchema goal = scratch.catalog(scope);
        if (!run(scratch, Way.DOWN, plan.down(), found)) {
            return found;
        }
        compare(Way.DOWN, "the way down does not lead back", start, scratch.catalog(scope), found);
        if (run(scratch, Way.UP_AGAIN, plan.up(), found)) {
            compare(Way.UP_AGAIN, "up again leads elsewhere", goal, scratch.catalog(scope), found);
        }
        return found;
    }

    /** What leads from one database to the other in what both declare, for people; empty when they are alike. */
    public static List<String> differences(DatabaseSchema one, DatabaseSchema other) {
        return ChangeSummary.sentences(new Differ(Renames.none()).diff(one, SampledFields.agree(other, one)));
    }

    private static IntrospectionScope scope(DatabaseSchema before, MigrationPlan plan) {
        List<String> schemas = new ArrayList<>(before.schemas());
        plan.changes().forEach(change -> {
            if (change instanceof Change.CreateSchema create) {
                schemas.add(create.name());
            }
        });
        return IntrospectionScope.of(schemas);
    }

    private static void compare(
            Way way, String what, DatabaseSchema expected, DatabaseSchema actual, List<Flaw> found) {
        List<String> differences = differences(expected, actual);
        if (!differences.isEmpty()) {
            found.add(new Flaw(way, what + ": " + String.join("; ", differences)));
        }
    }

    private static boolean run(EngineSession scratch, Way way, List<Step> steps, List<Flaw> found) {
        for (Step step : steps) {
            for (String sql : step.statements()) {
                try {
                    scratch.execute(sql);
                } catch (SQLException e) {
                    found.add(new Flaw(way, way.words + " fails at `" + step.title() + "`: " + e.getMessage()));
                    return false;
                }
            }
        }
        return true;
    }
}
