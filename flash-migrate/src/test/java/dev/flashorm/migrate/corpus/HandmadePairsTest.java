package dev.flashorm.migrate.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Pairs of databases of our own: up leads to what the server itself holds to be the second, down back to the first, up
 * again to the second; between equal databases there is nothing to do; rows and what is beside the model stay.
 */
final class HandmadePairsTest {
    @TestFactory
    Stream<DynamicTest> pairs() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (DatabaseName name : DatabaseName.values()) {
            if (name == DatabaseName.MONGODB) {
                continue;
            }
            for (HandmadePair pair : HandmadePair.read(name.provider() + ".sql")) {
                tests.add(DynamicTest.dynamicTest(name.id() + ": " + pair.name(), () -> {
                    TestDatabases.get(name);
                    hold(name, pair);
                }));
            }
        }
        return tests.stream();
    }

    private static void hold(DatabaseName name, HandmadePair pair) throws SQLException {
        MigrationPlanner planner = MigrationPlanner.of(name.provider());
        try (Sandbox ours = new Sandbox(name);
                Sandbox theirs = new Sandbox(name);
                Sandbox same = new Sandbox(name)) {
            ours.run(pair.before());
            theirs.run(pair.after());
            same.run(pair.after());
            DatabaseSchema before = ours.read();
            DatabaseSchema after = theirs.read();
            assertThat(planner.plan(after, same.read(), Renames.none()).upSql()).isEmpty();

            ServerCatalog first = ServerCatalog.read(ours.connection(), name);
            ServerCatalog second = ServerCatalog.read(theirs.connection(), name);
            MigrationPlan plan = planner.plan(before, after, pair.renames(before, after));
            run(ours, plan.up());
            ServerCatalog reached = ServerCatalog.read(ours.connection(), name);
            assertThat(second.difference(reached)).as(plan.upSql()).isEmpty();
            assertThat(planner.plan(ours.read(), after, Renames.none()).upSql()).isEmpty();
            assertThat(first.lostIn(reached)).as(plan.upSql()).isEmpty();
            for (String question : pair.holds()) {
                assertThat(isTrue(ours, question))
                        .as(question + "\n" + plan.upSql())
                        .isTrue();
            }

            run(ours, plan.down());
            ServerCatalog back = ServerCatalog.read(ours.connection(), name);
            assertThat(first.difference(back)).as(plan.downSql()).isEmpty();
            assertThat(PlanVerifier.differences(before, ours.read())).isEmpty();
            assertThat(first.lostIn(back)).as(plan.downSql()).isEmpty();

            run(ours, plan.up());
            assertThat(second.difference(ServerCatalog.read(ours.connection(), name)))
                    .isEmpty();
        }
    }

    private static void run(Sandbox database, List<Step> steps) {
        try {
            database.run(steps);
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage() + "\n" + steps, e);
        }
    }

    private static boolean isTrue(Sandbox database, String question) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
