package dev.flashorm.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.connect.MigrationConnection;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** diff(a, b) applied to a gives b; up then down gives back a: on real servers, for schemas drawn at random. */
final class PlanPropertyTest {
    @Provide
    Arbitrary<String> schemas() {
        return SchemaTexts.schemas();
    }

    @Property(tries = 100)
    void holdsOnSqlite(@ForAll("schemas") String before, @ForAll("schemas") String after) throws SQLException {
        holds(DatabaseName.SQLITE, before, after);
    }

    @Property(tries = 12)
    void holdsOnPostgresql(@ForAll("schemas") String before, @ForAll("schemas") String after) throws SQLException {
        holds(DatabaseName.POSTGRESQL, before, after);
    }

    @Property(tries = 12)
    void holdsOnMariadb(@ForAll("schemas") String before, @ForAll("schemas") String after) throws SQLException {
        holds(DatabaseName.MARIADB, before, after);
    }

    @Property(tries = 12)
    void holdsOnMysql(@ForAll("schemas") String before, @ForAll("schemas") String after) throws SQLException {
        holds(DatabaseName.MYSQL, before, after);
    }

    private static void holds(DatabaseName name, String before, String after) throws SQLException {
        List<TestServer> servers = TestDatabases.available(name);
        if (servers.isEmpty()) {
            return;
        }
        MigrationPlanner planner = MigrationPlanner.of(name.provider());
        DatabaseSchema from = planner.map(compile(name, before));
        DatabaseSchema to = planner.map(compile(name, after));
        MigrationPlan plan = planner.plan(from, to, Renames.none());
        try (TestDatabase database = servers.get(0).create();
                TestDatabase fresh = servers.get(0).create();
                Connection connection = database.connect();
                Connection other = fresh.connect()) {
            DatabaseUrl url = DatabaseUrl.parse(database.url(), Path.of("."));
            List<PlanVerifier.Flaw> found;
            try (EngineSession session = MigrationConnection.open(Engines.of(name.provider()), url, "test")) {
                found = new PlanVerifier(name.provider()).verify(session, from, plan);
            }
            assertThat(found).as(plan.upSql() + "\n=== down\n" + plan.downSql()).isEmpty();

            try (Statement statement = other.createStatement()) {
                for (var step :
                        planner.plan(DatabaseSchema.empty(), to, Renames.none()).up()) {
                    for (String sql : step.statements()) {
                        statement.execute(sql);
                    }
                }
            }
            assertThat(PlanVerifier.differences(read(name, connection), read(name, other)))
                    .as(plan.upSql())
                    .isEmpty();
            assertThat(PlanVerifier.differences(read(name, connection), to))
                    .as("the catalog is what the schema says")
                    .isEmpty();
        }
    }

    private static DatabaseSchema read(DatabaseName name, Connection connection) throws SQLException {
        return Introspectors.of(name.provider()).introspect(connection, IntrospectionScope.defaultSchema());
    }

    private static Schema compile(DatabaseName name, String text) {
        String datasource = "datasource db {\n  provider = \"" + name.provider() + "\"\n}\n";
        SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", datasource + text)));
        assertThat(result.diagnostics()).as(text).isEmpty();
        return result.schema();
    }
}
