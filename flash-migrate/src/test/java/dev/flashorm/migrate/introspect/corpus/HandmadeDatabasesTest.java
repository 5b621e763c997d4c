package dev.flashorm.migrate.introspect.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.migrate.pull.SchemaPull;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases with what databases may have and few have: read, written as a schema, made anew, taken away and brought back. */
final class HandmadeDatabasesTest {
    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void holdWhatTheSchemaSays(DatabaseName server) throws IOException {
        TestDatabases.get(server);
        List<String> flaws = new ArrayList<>();
        for (HandmadeDatabase database : HandmadeDatabase.read(server.provider() + ".sql")) {
            if (database.isFor(server)) {
                flaws(server, database).forEach(flaw -> flaws.add(database + ": " + flaw));
            }
        }
        assertThat(flaws).isEmpty();
    }

    static List<String> flaws(DatabaseName server, HandmadeDatabase database) {
        List<String> flaws = new ArrayList<>();
        IntrospectionScope scope = database.scope();
        try (TestDatabase loaded = TestDatabases.create(server)) {
            SqlLoader.run(loaded, database.script().getBytes(StandardCharsets.UTF_8));
            try (Connection connection = loaded.connect()) {
                DatabaseSchema found = Introspectors.of(server.provider()).introspect(connection, scope);
                String text = SchemaPull.of(server.provider()).text(found, SchemaPull.ENVIRONMENT);
                new RoundTrip(server, scope).flaw(found, text).ifPresent(flaws::add);
                if (database.leans().isEmpty() && found.views().isEmpty()) {
                    flaws.addAll(awayAndBack(server, connection, scope, found));
                }
            }
        } catch (SQLException | RuntimeException e) {
            flaws.add(e.toString());
        }
        return flaws;
    }

    /** What is described in full can be dropped and made again. */
    private static List<String> awayAndBack(
            DatabaseName server, Connection connection, IntrospectionScope scope, DatabaseSchema found)
            throws SQLException {
        MigrationPlan plan = MigrationPlanner.of(server.provider()).plan(found, DatabaseSchema.empty(), Renames.none());
        List<String> statements = new ArrayList<>();
        if (server.provider().equals("mysql")) {
            statements.add("SET SESSION sql_mode = ''");
        }
        plan.up().forEach(step -> statements.addAll(step.statements()));
        plan.down().forEach(step -> statements.addAll(step.statements()));
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    return List.of("away and back: " + e.getMessage() + " in " + sql);
                }
            }
        }
        return PlanVerifier.differences(
                found, Introspectors.of(server.provider()).introspect(connection, scope));
    }
}
