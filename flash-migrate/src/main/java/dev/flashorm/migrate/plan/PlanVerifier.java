package dev.flashorm.migrate.plan;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.Differ;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.physical.DatabaseSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves a plan by running it in a scratch database: up, down and up again must meet the same two catalogs. What a plan
 * loses is not looked at: a scratch database has no rows.
 */
public final class PlanVerifier {
    private final String provider;
    private final MigrationPlanner planner;

    /** @param provider a canonical name */
    public PlanVerifier(String provider) {
        this.provider = provider;
        planner = MigrationPlanner.of(provider);
    }

    /**
     * Runs a plan there and back.
     *
     * @param scratch an empty database, which is left as after the way up; not closed
     * @param before what the plan starts from
     * @return what went wrong, one sentence each; empty when the plan holds
     */
    public List<String> verify(Connection scratch, DatabaseSchema before, MigrationPlan plan) throws SQLException {
        List<String> found = new ArrayList<>();
        if (!run(
                scratch,
                "the start",
                planner.plan(DatabaseSchema.empty(), before, Renames.none()).up(),
                found)) {
            return found;
        }
        IntrospectionScope scope = new IntrospectionScope(schemas(before, plan));
        DatabaseSchema start = Introspectors.of(provider).introspect(scratch, scope);
        if (!run(scratch, "up", plan.up(), found)) {
            return found;
        }
        DatabaseSchema goal = Introspectors.of(provider).introspect(scratch, scope);
        if (!run(scratch, "down", plan.down(), found)) {
            return found;
        }
        compare("down does not lead back", start, Introspectors.of(provider).introspect(scratch, scope), found);
        if (run(scratch, "up again", plan.up(), found)) {
            compare("up again leads elsewhere", goal, Introspectors.of(provider).introspect(scratch, scope), found);
        }
        return found;
    }

    /** The same on SQLite, whose scratch database is in memory and always to be had. */
    public static List<String> verifyInMemory(DatabaseSchema before, MigrationPlan plan) throws SQLException {
        try (Connection scratch = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return new PlanVerifier("sqlite").verify(scratch, before, plan);
        }
    }

    /** What leads from one database to the other, for people; empty when they are alike. */
    public static List<String> differences(DatabaseSchema one, DatabaseSchema other) {
        List<String> found = new ArrayList<>();
        for (Change change : new Differ(Renames.none()).diff(one, other)) {
            if (change instanceof Change.AlterTable alter) {
                alter.changes().forEach(inside -> found.add(alter.name() + ": " + inside));
            } else {
                found.add(change.toString());
            }
        }
        return found;
    }

    private static List<String> schemas(DatabaseSchema before, MigrationPlan plan) {
        List<String> schemas = new ArrayList<>(before.schemas());
        plan.changes().forEach(change -> {
            if (change instanceof Change.CreateSchema create) {
                schemas.add(create.name());
            }
        });
        if (!schemas.isEmpty()) {
            schemas.add("public");
        }
        return schemas;
    }

    private static void compare(String what, DatabaseSchema expected, DatabaseSchema actual, List<String> found) {
        List<String> differences = differences(expected, actual);
        if (!differences.isEmpty()) {
            found.add(what + ": " + String.join("; ", differences));
        }
    }

    private static boolean run(Connection scratch, String way, List<Step> steps, List<String> found)
            throws SQLException {
        try (Statement statement = scratch.createStatement()) {
            for (Step step : steps) {
                for (String sql : step.statements()) {
                    try {
                        statement.execute(sql);
                    } catch (SQLException e) {
                        found.add(way + " fails at `" + step.title() + "`: " + e.getMessage());
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
