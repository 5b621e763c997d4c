package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResetCommandTest {
    private static final String SCHEMA = """
            datasource db {
              provider = "%s"
              url      = env("DATABASE_URL")
            }

            model Owner {
              id    Int    @id
              kind  Kind
              pets  Pet[]
            }

            model Pet {
              id      Int   @id
              ownerId Int
              owner   Owner @relation(fields: [ownerId], references: [id])
            }

            enum Kind {
              A
              B
            }
            """;

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder);
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void dropsWhatMigrationsMadeAndKeepsTheRest(DatabaseName name) throws SQLException {
        try (TestDatabase database = TestDatabases.create(name)) {
            prepare(database);
            String confirmed = nameOf(database);
            Map<String, String> files = sandbox.snapshot();
            assertThat(sandbox.flash("reset", "--dry-run").exits(0).stdout())
                    .contains("would drop table Owner\n", "would drop table Pet\n", "would drop view ids\n")
                    .contains("would keep table theirs: no migration made it\n", "would apply ");
            assertThat(sandbox.flash("reset").exits(3).stderr()).contains("F6088", "--confirm " + confirmed);
            assertThat(sandbox.flash("reset", "--confirm", "other").exits(3).stderr())
                    .contains("not `other`");
            sandbox.flash("reset", "--yes").exits(2);
            sandbox.flash("reset", "--force").exits(2);
            assertThat(count(database, owners(name))).isEqualTo(1);

            Sandbox.Run run = sandbox.flash("reset", "--confirm", confirmed).exits(0);
            assertThat(run.stderr()).contains("database: ", "drops table Owner", "keeps table theirs");
            assertThat(run.stdout()).contains(" is reset: ");
            assertThat(count(database, owners(name))).isZero();
            assertThat(count(database, "theirs")).isEqualTo(1);
            assertThat(count(database, "ids")).isZero();
            sandbox.flash("status", "--check").exits(0);
            sandbox.flash("reset", "--confirm", confirmed, "--json").exits(0);
            assertThat(sandbox.snapshot()).isEqualTo(files);
        }
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void aForeignTableThatPointsHereStopsIt(DatabaseName name) throws SQLException {
        try (TestDatabase database = TestDatabases.create(name)) {
            prepare(database);
            database.execute("CREATE TABLE pointer (id int PRIMARY KEY, pet int, FOREIGN KEY (pet) REFERENCES "
                    + quoted(name, "Pet") + " (id))");
            assertThat(sandbox.flash("reset", "--confirm", nameOf(database))
                            .exits(1)
                            .stderr())
                    .contains("F5324", "`pointer`", "nothing was changed");
            assertThat(count(database, owners(name))).isEqualTo(1);
        }
    }

    @Test
    void whatGoesAlongIsNamedAndWhatDependsStopsIt() throws SQLException {
        try (TestDatabase database = TestDatabases.create(DatabaseName.POSTGRESQL)) {
            prepare(database);
            database.execute(
                    "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                    "CREATE TRIGGER watch BEFORE INSERT ON \"Pet\" FOR EACH ROW EXECUTE FUNCTION f()",
                    "CREATE VIEW outside AS SELECT id FROM \"Owner\"");
            Sandbox.Run run = sandbox.flash("reset", "--dry-run").exits(0);
            assertThat(run.stdout())
                    .contains("would drop trigger watch on Pet: no migration made it, but it goes with its table\n")
                    .contains("would keep function f(): no migration made it\n", "would keep view outside");
            assertThat(sandbox.flash("reset", "--confirm", nameOf(database))
                            .exits(1)
                            .stderr())
                    .contains("error[F5325]", "outside");
            assertThat(count(database, "\"Owner\"")).isEqualTo(1);
        }
    }

    @Test
    void somebodyAtATerminalTypesTheName() throws SQLException {
        sandbox.set("DATABASE_URL", "file:data.db").write("schema.flash", SCHEMA.formatted("sqlite"));
        sandbox.flash("reset").exits(2);
        sandbox.flash("migrate", "first").exits(0);
        sandbox.flash("apply").exits(0);
        sandbox.terminals(true, true, true);
        sandbox.stdin("");
        sandbox.flash("reset").exits(3);
        sandbox.stdin("yes\n");
        sandbox.flash("reset").exits(3);
        sandbox.stdin("data.db\n");
        assertThat(sandbox.flash("reset").exits(0).stderr()).contains("type the name of the database");
        sandbox.stdin("data.db\n");
        sandbox.flash("reset", "--no-input").exits(3);
    }

    /** One migration, with a view written by hand; a row; a table of somebody else's. */
    private void prepare(TestDatabase database) {
        DatabaseName name = database.name();
        sandbox.set("DATABASE_URL", database.url()).write("schema.flash", SCHEMA.formatted(name.provider()));
        sandbox.flash("migrate", "first").exits(0);
        String up = sandbox.snapshot().keySet().stream()
                .filter(file -> file.endsWith("up.sql"))
                .findFirst()
                .orElseThrow();
        sandbox.write(up, sandbox.read(up) + "\nCREATE VIEW ids AS SELECT id FROM " + owners(name) + ";\n");
        sandbox.flash("apply").exits(0);
        database.execute(
                "INSERT INTO " + owners(name) + " VALUES (1, 'A')",
                "CREATE TABLE theirs (id int PRIMARY KEY)",
                "INSERT INTO theirs VALUES (7)");
    }

    private static String owners(DatabaseName name) {
        return quoted(name, "Owner");
    }

    private static String quoted(DatabaseName name, String table) {
        return name.provider().equals("mysql") ? table : "\"" + table + "\"";
    }

    private static String nameOf(TestDatabase database) {
        String url = database.url();
        int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        return url.substring(url.lastIndexOf('/', end - 1) + 1, end);
    }

    private static int count(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
