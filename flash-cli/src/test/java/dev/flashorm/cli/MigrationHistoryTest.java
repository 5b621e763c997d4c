package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** `flash migrate verify`, `resolve`, `baseline` and `squash`, on every database. */
class MigrationHistoryTest {
    private static final String USER = """

            model User {
              id   Int     @id
              name String?
            }
            """;
    private static final String TAG = """

            model Tag {
              id Int @id
            }
            """;

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path base) throws IOException {
        sandbox = new Sandbox(Files.createDirectories(base.resolve("project")));
    }

    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    private void schema(TestDatabase database, String models) {
        sandbox.write(
                "schema.flash",
                "datasource db {\n  provider = \"" + database.name().provider() + "\"\n  url = \"" + database.url()
                        + "\"\n}\n" + models);
    }

    private static List<String> query(TestDatabase database, String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> recorded(TestDatabase database) {
        return query(database, "SELECT id FROM _flash_migrations ORDER BY id");
    }

    private Path migration(String name) {
        try (var folders = Files.list(sandbox.path("migrations"))) {
            return folders.filter(folder -> folder.toString().endsWith("_" + name))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String id(String name) {
        return String.valueOf(migration(name).getFileName());
    }

    /** Two migrations, the second with a way down that loses a table. */
    private void twoMigrations(TestDatabase database) {
        schema(database, USER);
        sandbox.flash("migrate", "users").exits(0);
        schema(database, USER + TAG);
        sandbox.flash("migrate", "xtags").exits(0);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void verifyFindsWhatDoesNotHold(TestServer server) throws IOException {
        try (TestDatabase database = server.create()) {
            twoMigrations(database);
            Sandbox.Run clean = sandbox.flash("migrate", "verify").exits(0);
            assertThat(clean.stdout()).isEqualTo("2 migrations verified: up, 2 down, up again\n");
            assertThat(clean.stderr()).contains("the database was not compared");
            sandbox.flash("apply").exits(0);
            Map<String, String> before = sandbox.snapshot();
            assertThat(sandbox.flash("migrate", "verify", "--json")
                            .exits(0)
                            .json()
                            .at("/data/databaseCompared")
                            .asBoolean())
                    .isTrue();
            assertThat(sandbox.snapshot()).isEqualTo(before);

            database.execute("CREATE TABLE sneaked (id INT)");
            assertThat(sandbox.flash("migrate", "verify").exits(4).stdout())
                    .contains("has drifted from it: + table sneaked");
            database.execute("DROP TABLE sneaked");

            String down = Files.readString(migration("xtags").resolve("down.sql"));
            Files.writeString(migration("xtags").resolve("down.sql"), "SELECT 1;\n");
            assertThat(sandbox.flash("migrate", "verify").exits(4).stdout())
                    .contains(id("xtags") + ": the way down does not lead back: + table Tag");
            Files.writeString(migration("xtags").resolve("down.sql"), "DROP TABLE nowhere;\n");
            assertThat(sandbox.flash("migrate", "verify").exits(4).stdout())
                    .contains("the way down fails: ", "down.sql:1:1");
            Files.writeString(migration("xtags").resolve("down.sql"), down);

            String state = Files.readString(migration("xtags").resolve("schema.flash"));
            Files.writeString(migration("xtags").resolve("schema.flash"), state + "// more\n");
            assertThat(sandbox.flash("migrate", "verify").exits(4).stdout())
                    .contains("was changed after it was written");
            Files.writeString(migration("xtags").resolve("schema.flash"), state);

            String up = Files.readString(migration("users").resolve("up.sql"));
            Files.writeString(
                    migration("users").resolve("up.sql"),
                    up + "\nCREATE TABLE extra (id INTEGER NOT NULL PRIMARY KEY);\n");
            Sandbox.Run edited = sandbox.flash("migrate", "verify", "--json").exits(4);
            assertThat(edited.stdout()).contains("F5420", "does not lead to", "the way down does not lead back");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aBaselineIsComparedFirst(TestServer server) {
        try (TestDatabase database = server.create()) {
            twoMigrations(database);
            Sandbox.Run empty = sandbox.flash("migrate", "baseline", "--json");
            // Nothing is there: on SQLite not even the file.
            assertThat(empty.exit()).isIn(1, 3);
            sandbox.flash("apply").exits(0);
            database.execute("DELETE FROM _flash_migrations", "CREATE TABLE old_logs (id INT)");

            Sandbox.Run refused = sandbox.flash("migrate", "baseline").exits(3);
            assertThat(refused.stderr())
                    .contains("error[F6104]", "table old_logs", "--accept old_logs")
                    .doesNotContain("User");
            assertThat(recorded(database)).isEmpty();
            sandbox.flash("migrate", "baseline", "--accept", "other").exits(3);
            sandbox.flash("migrate", "baseline", "--accept", "old_logs", "--dry-run", "--json")
                    .exits(0);
            assertThat(recorded(database)).isEmpty();
            sandbox.flash("migrate", "baseline", "--accept", "old_logs", "--json")
                    .exits(0);
            assertThat(recorded(database)).containsExactly(id("users"), id("xtags"));
            sandbox.flash("status", "--check").exits(0);
            assertThat(sandbox.flash("migrate", "baseline", "--accept", "old_logs")
                            .exits(1)
                            .stderr())
                    .contains("error[F5332]");
            assertThat(query(database, "SELECT count(*) FROM old_logs")).containsExactly("0");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void resolveRecordsWhatAPersonSays(TestServer server) {
        try (TestDatabase database = server.create()) {
            twoMigrations(database);
            sandbox.flash("apply", "1").exits(0);
            assertThat(recorded(database)).containsExactly(id("users"));
            sandbox.flash("migrate", "resolve", "--applied", "xtags", "--dry-run", "--json")
                    .exits(0);
            assertThat(recorded(database)).containsExactly(id("users"));
            sandbox.flash("migrate", "resolve", "--applied", "xtags", "--json").exits(0);
            assertThat(recorded(database)).containsExactly(id("users"), id("xtags"));
            sandbox.flash("migrate", "resolve", "--rolled-back", "xtags", "--json")
                    .exits(0);
            sandbox.flash("apply").exits(0);
            assertThat(query(database, "SELECT count(*) FROM " + quoted(database, "Tag")))
                    .containsExactly("0");
            assertThat(sandbox.flash("migrate", "resolve", "--step-done", "xtags")
                            .exits(2)
                            .stderr())
                    .contains("error[F5331]");
            assertThat(sandbox.flash("migrate", "resolve").exits(2).stderr()).contains("error[F6103]");
            sandbox.flash("migrate", "resolve", "--applied", "xtags", "--rolled-back", "xtags")
                    .exits(2);
            sandbox.flash("migrate", "resolve", "--applied", "nowhere", "--json")
                    .exits(2);
            sandbox.flash("migrate", "resolve", "--rolled-back", "nowhere", "--dry-run")
                    .exits(2);
        }
    }

    private static String quoted(TestDatabase database, String name) {
        return database.name().provider().equals("mysql") ? "`" + name + "`" : "\"" + name + "\"";
    }

    /** As after a crash on MySQL: an intent is recorded, and the server's state fits neither before nor after. */
    @ParameterizedTest
    @MethodSource("servers")
    void aStepInDoubtIsSettled(TestServer server) throws IOException {
        if (!server.name().provider().equals("mysql")) {
            return;
        }
        try (TestDatabase database = server.create()) {
            schema(database, USER);
            sandbox.flash("migrate", "users").exits(0);
            sandbox.flash("apply").exits(0);
            sandbox.flash("migrate", "xdata", "--empty").exits(0);
            Files.writeString(
                    migration("xdata").resolve("up.sql"),
                    "CREATE TABLE one (id INT);\nALTER TABLE nowhere ADD COLUMN x INT;\nCREATE TABLE three (id INT);\n");
            assertThat(sandbox.flash("apply").exits(1).stderr()).contains("statement 2 of 3");
            for (boolean done : new boolean[] {false, true}) {
                database.execute(
                        "UPDATE _flash_migrations SET intent_step = 2, intent_before = 'x', intent_checksum = 'x'"
                                + " WHERE id = '" + id("xdata") + "'");
                assertThat(sandbox.flash("apply").exits(1).stderr())
                        .contains(
                                "error[F5313]",
                                "flash migrate resolve --step-done " + id("xdata"),
                                "next: flash migrate resolve --step-not-done " + id("xdata"));
                Sandbox.Run settled = sandbox.flash(
                                "migrate", "resolve", done ? "--step-done" : "--step-not-done", "xdata", "--json")
                        .exits(0);
                assertThat(settled.json().at("/data/statement").asInt()).isEqualTo(2);
                if (!done) {
                    assertThat(sandbox.flash("apply").exits(1).stderr()).contains("statement 2 of 3");
                }
            }
            sandbox.flash("apply").exits(0);
            assertThat(query(database, "SELECT count(*) FROM one, three")).containsExactly("0");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSquashIsRecognisedByWhoHadItsParts(TestServer server) throws IOException {
        try (TestDatabase database = server.create();
                TestDatabase fresh = server.create();
                TestDatabase halfway = server.create()) {
            twoMigrations(database);
            sandbox.flash("apply").exits(0);
            sandbox.flash("apply", "1", "--url", halfway.url()).exits(0);
            schema(database, USER + TAG.replace("@id", "@id\n  label String?"));
            sandbox.flash("migrate", "ylabels").exits(0);
            Map<String, String> before = sandbox.snapshot();
            sandbox.flash("migrate", "squash", "begin", "--to", "xtags", "--dry-run", "--json")
                    .exits(0);
            assertThat(sandbox.snapshot()).isEqualTo(before);
            String users = id("users");
            Sandbox.Run run = sandbox.flash("migrate", "squash", "begin", "--to", "xtags", "--json")
                    .exits(0);
            assertThat(run.json().at("/data/verification").asString()).startsWith("verified");
            assertThat(Files.readString(migration("begin").resolve("up.sql")))
                    .contains("-- from " + users, "User", "Tag");
            sandbox.flash("migrate", "verify").exits(0);

            // It had both: nothing runs twice, and what comes behind them is pending.
            assertThat(sandbox.flash("status").exits(0).stdout())
                    .containsPattern("applied +" + id("begin"))
                    .containsPattern("pending +" + id("ylabels"));
            Sandbox.Run applied = sandbox.flash("apply", "--json").exits(0);
            assertThat(applied.json().at("/data/migrations").size()).isEqualTo(1);
            assertThat(recorded(database)).containsExactlyInAnyOrder(id("begin"), id("ylabels"));
            sandbox.flash("status", "--check").exits(0);

            assertThat(sandbox.flash("apply", "--url", halfway.url()).exits(1).stderr())
                    .contains("error[F5425]", users, "nothing was executed");

            sandbox.flash("apply", "--url", fresh.url()).exits(0);
            assertThat(recorded(fresh)).containsExactlyInAnyOrder(id("begin"), id("ylabels"));
            sandbox.flash("down", "--to", "empty", "--accept-data-loss", "--url", fresh.url())
                    .exits(0);
            sandbox.flash("down", "2", "--accept-data-loss").exits(0);
            assertThat(recorded(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatCannotBeSquashedIsLeftAlone(TestServer server) {
        if (server.name() != DatabaseName.SQLITE) {
            return;
        }
        try (TestDatabase database = server.create()) {
            schema(database, USER);
            assertThat(sandbox.flash("migrate", "squash", "x").exits(2).stderr())
                    .contains("error[F5430]");
            twoMigrations(database);
            Map<String, String> before = sandbox.snapshot();
            sandbox.flash("migrate", "squash").exits(2);
            sandbox.flash("migrate", "squash", "x", "--from", "xtags").exits(2);
            sandbox.flash("migrate", "squash", "x", "--from", "xtags", "--to", "users", "--json")
                    .exits(2);
            sandbox.flash("migrate", "squash", "x", "--to", "nowhere").exits(2);
            assertThat(sandbox.snapshot()).isEqualTo(before);
        }
    }
}
