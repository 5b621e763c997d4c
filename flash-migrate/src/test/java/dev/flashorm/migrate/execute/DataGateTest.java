package dev.flashorm.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.faults.Scene;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationDraft;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that stand in the way of a migration are told before it begins. */
final class DataGateTest {
    private static final String BEFORE = """
            model User {
              id    Int     @id
              email String?
              code  String?
              team  Int?
            }

            model Team {
              id Int @id
            }
            """;

    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    /** A folder of migrations between schemas, planned as `flash migrate` does. */
    private static final class Project implements AutoCloseable {
        final Scene scene;
        private final List<String> states = new ArrayList<>();

        Project(TestServer server) {
            scene = new Scene(server);
        }

        Migration migrate(String schema) {
            String provider = scene.database.name().provider();
            String text = "datasource db {\n  provider = \"" + provider + "\"\n}\n\n" + schema;
            MigrationPlan plan = MigrationPlanner.of(provider)
                    .plan(states.isEmpty() ? null : compile(states.get(states.size() - 1)), compile(text));
            states.add(text);
            Clock clock = Clock.fixed(Instant.parse("2026-11-21T01:00:00Z").plusSeconds(states.size()), ZoneOffset.UTC);
            return scene.open()
                    .write(
                            new MigrationDraft(
                                    "step " + states.size(),
                                    provider,
                                    plan.upSql(),
                                    Optional.of(plan.downSql()),
                                    text,
                                    List.of(),
                                    List.of(),
                                    Map.of(),
                                    List.of()),
                            clock)
                    .head()
                    .orElseThrow();
        }

        void up() {
            scene.executor().up();
        }

        FailureException refused() {
            FailureException failure = scene.failure(this::up);
            assertThat(failure).isNotNull();
            assertThat(failure.code()).as(failure.toString()).isEqualTo("F5330");
            return failure;
        }

        /** Double-quoted names, which MySQL has in backticks. */
        void run(String... statements) throws SQLException {
            boolean backticks = scene.database.name().provider().equals("mysql");
            try (Connection connection = scene.database.connect();
                    var statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(backticks ? sql.replace('"', '`') : sql);
                }
            }
        }

        private static Schema compile(String text) {
            SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
            assertThat(result.diagnostics()).as(text).isEmpty();
            return result.schema();
        }

        @Override
        public void close() {
            scene.close();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyObstacleIsToldAtOnceAndNothingIsChanged(TestServer server) throws SQLException {
        try (Project project = new Project(server)) {
            project.migrate(BEFORE);
            project.up();
            project.run(
                    "INSERT INTO \"Team\" VALUES (1)",
                    "INSERT INTO \"User\" VALUES (1, 'a', 'x', 1), (2, NULL, 'x', 9), (3, NULL, NULL, NULL),"
                            + " (4, 'b', 'y', 8), (5, 'c', NULL, 1)");
            Migration migration = project.migrate("""
                    model User {
                      id    Int     @id
                      email String
                      code  String? @unique
                      team  Int?
                      crew  Team?   @relation(fields: [team], references: [id])
                    }

                    model Team {
                      id    Int    @id
                      users User[]
                    }
                    """);
            FailureException failure = project.refused();
            assertThat(failure.where().orElseThrow().toString()).startsWith(migration.display() + "/up.sql");
            String orphans = "`team` of `User` is to point to `Team`, but 2 rows point to nothing there: ";
            assertThat(failure.notes())
                    .hasSize(4)
                    .contains(
                            "`email` of `User` becomes required, but 2 rows have no value: id = 2; id = 3",
                            "`code` of `User` becomes unique, but 2 rows share a value: code = x, rows = 2",
                            "nothing was executed")
                    // Any five rows are shown, in any order.
                    .containsAnyOf(
                            orphans + "id = 2, team = 9; id = 4, team = 8",
                            orphans + "id = 4, team = 8; id = 2, team = 9");
            assertThat(project.scene.executor().status().pending()).hasSize(1);

            project.run(
                    "UPDATE \"User\" SET email = 'd' WHERE email IS NULL",
                    "UPDATE \"User\" SET code = NULL, team = NULL WHERE id IN (2, 4)");
            project.up();
            assertThat(project.scene.executor().status().pending()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theWayDownLooksAtTheDataToo(TestServer server) throws SQLException {
        try (Project project = new Project(server)) {
            project.migrate("model User {\n  id Int @id\n  email String\n  code Int @unique\n}\n");
            Migration loosened = project.migrate("model User {\n  id Int @id\n  email String?\n  code Int\n}\n");
            project.up();
            project.run("INSERT INTO \"User\" VALUES (1, NULL, 5), (2, 'x', 5)");
            FailureException failure =
                    project.scene.failure(() -> project.scene.executor().down(1));
            assertThat(failure).isNotNull();
            assertThat(failure.code()).as(failure.toString()).isEqualTo("F5330");
            assertThat(failure.where().orElseThrow().toString()).startsWith(loosened.display() + "/down.sql");
            assertThat(failure.notes())
                    .contains(
                            "`email` of `User` becomes required, but 1 row has no value: id = 1",
                            "`code` of `User` becomes unique, but 2 rows share a value: code = 5, rows = 2",
                            "nothing was executed");
            assertThat(project.scene.executor().status().pending()).isEmpty();

            project.run("UPDATE \"User\" SET email = 'y', code = 6 WHERE id = 1");
            project.scene.executor().down(1);
            assertThat(project.scene.executor().status().pending()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aFileThatWasEditedMayRepairTheDataItself(TestServer server) throws SQLException, IOException {
        try (Project project = new Project(server)) {
            project.migrate("model User {\n  id Int @id\n  email String?\n}\n");
            project.up();
            project.run("INSERT INTO \"User\" VALUES (1, NULL)");
            Migration migration = project.migrate("model User {\n  id Int @id\n  email String\n}\n");
            project.refused();
            String quote = server.name().provider().equals("mysql") ? "`" : "\"";
            Files.writeString(
                    project.scene.up(migration.id()),
                    "UPDATE " + quote + "User" + quote + " SET email = 'nobody' WHERE email IS NULL;\n"
                            + migration.up().text());
            List<String> notices = new ArrayList<>();
            ExecutionListener listener = new ExecutionListener() {
                @Override
                public void step(Migration running, int step, int total, Statement statement) {}

                @Override
                public void notice(String text) {
                    notices.add(text);
                }
            };
            project.scene
                    .executor(ExecutorOptions.defaults("test").withListener(listener))
                    .up();
            assertThat(notices).anyMatch(text -> text.contains("`email` of `User` becomes required, but 1 row has"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatAnEarlierMigrationOfTheRunTouchesIsSeenAfterIt(TestServer server) throws SQLException {
        try (Project project = new Project(server)) {
            project.migrate(BEFORE);
            project.up();
            project.run("INSERT INTO \"User\" (id) VALUES (1)", "INSERT INTO \"Team\" VALUES (1)");
            project.migrate(BEFORE.replace("email String?", "mail String? @renamedFrom(\"email\")"));
            project.migrate(BEFORE.replace("email String?", "mail String"));
            FailureException failure = project.refused();
            assertThat(failure.notes())
                    .containsExactly(
                            "`mail` of `User` becomes required, but 1 row has no value: id = 1",
                            "nothing of this migration was executed; those before it are applied");
            assertThat(project.scene.executor().status().pending()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatNoOtherMigrationTouchesIsSeenBeforeAnyRuns(TestServer server) throws SQLException {
        try (Project project = new Project(server)) {
            project.migrate(BEFORE);
            project.up();
            project.run("INSERT INTO \"User\" (id) VALUES (1)");
            project.migrate(BEFORE.replace("id Int @id", "id Int @id\n  name String?"));
            project.migrate(BEFORE.replace("id Int @id", "id Int @id\n  name String?")
                    .replace("email String?", "email String"));
            project.refused();
            assertThat(project.scene.executor().status().pending()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void namesAndTypesAreThoseBefore(TestServer server) throws SQLException {
        if (server.name() == DatabaseName.SQLITE) {
            return;
        }
        try (Project project = new Project(server)) {
            project.migrate("model Old {\n  id Int @id\n  a BigInt\n  b String @db.VarChar(40)\n  c Decimal\n}\n");
            project.up();
            project.run("INSERT INTO \"Old\" VALUES (1, 5000000000, 'short', 1), (2, 1, 'longer than that', 12345.5)");
            project.migrate("""
                    model New {
                      id Int     @id
                      x  Int     @renamedFrom("a")
                      b  String  @db.VarChar(8)
                      c  Decimal @db.Decimal(6, 2)

                      @@renamedFrom("Old")
                    }
                    """);
            assertThat(project.refused().notes())
                    .anyMatch(note -> note.startsWith("`a` of `Old` becomes INTEGER, but 1 row does not fit: id = 1"))
                    .anyMatch(
                            note -> note.startsWith("`b` of `Old` becomes VARCHAR(8), but 1 row does not fit: id = 2"))
                    .anyMatch(note ->
                            note.startsWith("`c` of `Old` becomes DECIMAL(6,2), but 1 row does not fit: id = 2"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anEnumThatLosesValues(TestServer server) throws SQLException {
        if (server.name() == DatabaseName.SQLITE) {
            return;
        }
        try (Project project = new Project(server)) {
            String model = "model User {\n  id Int @id\n  plan Plan\n}\n\n";
            project.migrate(model + "enum Plan {\n  FREE\n  PRO\n  OLD\n}\n");
            project.up();
            project.run("INSERT INTO \"User\" VALUES (1, 'FREE'), (2, 'OLD')");
            project.migrate(model + "enum Plan {\n  FREE\n  PRO\n}\n");
            assertThat(project.refused().notes().get(0))
                    .contains("`plan` of `User`")
                    .contains("id = 2, plan = OLD");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRequiredColumnNeedsAnEmptyTable(TestServer server) throws SQLException {
        try (Project project = new Project(server)) {
            project.migrate("model User {\n  id Int @id\n}\n");
            project.up();
            project.run("INSERT INTO \"User\" VALUES (1)");
            project.migrate("model User {\n  id Int @id\n  name String\n}\n");
            if (server.name().provider().equals("mysql")) {
                project.up();
            } else {
                assertThat(project.refused().notes())
                        .contains("`name` is required and has no default, but `User` has 1 row: id = 1");
            }
        }
    }

    @Test
    void postgresqlGoesOnAtTheValidationThatFailed() throws SQLException, IOException {
        try (Project project = new Project(TestDatabases.get(DatabaseName.POSTGRESQL))) {
            project.migrate(BEFORE);
            project.up();
            project.run("INSERT INTO \"User\" (id, team) VALUES (1, 9)", "INSERT INTO \"Team\" VALUES (1)");
            Migration migration = project.migrate(BEFORE.replace(
                            "team  Int?", "team  Int?\n  crew  Team? @relation(fields: [team], references: [id])")
                    .replace("model Team {\n  id Int @id", "model Team {\n  id Int @id\n  users User[]"));
            Files.writeString(
                    project.scene.up(migration.id()),
                    "SELECT 1;\n" + migration.up().text());
            FailureException failure = project.scene.failure(project::up);
            assertThat(failure.code()).isEqualTo("F5310");
            assertThat(failure.notes()).anyMatch(note -> note.contains("violates foreign key constraint"));
            assertThat(project.scene.query("SELECT convalidated FROM pg_constraint WHERE contype = 'f'"))
                    .containsExactly("f");

            project.run("UPDATE \"User\" SET team = 1");
            project.up();
            assertThat(project.scene.query("SELECT convalidated FROM pg_constraint WHERE contype = 'f'"))
                    .containsExactly("t");
            assertThat(project.scene.executor().status().pending()).isEmpty();
        }
    }
}
