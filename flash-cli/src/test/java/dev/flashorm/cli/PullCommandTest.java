package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PullCommandTest {
    private static final String[] TABLES = {
        "CREATE TABLE people (id int PRIMARY KEY, name varchar(40) NOT NULL)",
        "CREATE TABLE books (id int PRIMARY KEY, owner int NOT NULL, CONSTRAINT owns FOREIGN KEY (owner) REFERENCES people (id))"
    };

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder);
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void aFirstSchemaSaysAllAndIsUpToDate(DatabaseName name) {
        try (TestDatabase database = TestDatabases.create(name)) {
            database.execute(TABLES);
            sandbox.set("DATABASE_URL", database.url());
            Map<String, String> before = sandbox.snapshot();
            assertThat(sandbox.flash("pull", "--dry-run").exits(0).stdout()).isEqualTo("would write schema.flash\n");
            String printed = sandbox.flash("pull", "--print").exits(0).stdout();
            assertThat(sandbox.snapshot()).isEqualTo(before);
            assertThat(sandbox.flash("pull").exits(0).stdout()).isEqualTo("wrote schema.flash\n");
            assertThat(sandbox.read("schema.flash"))
                    .isEqualTo(printed)
                    .contains("model books {", "model people {", "url      = env(\"DATABASE_URL\")");
            sandbox.flash("validate").exits(0);
            sandbox.flash("format", "--check").exits(0);
            sandbox.flash("migrate", "diff", "--from", "database", "--to", "schema.flash", "--exit-code")
                    .exits(0);
            Map<String, String> after = sandbox.snapshot();
            assertThat(sandbox.flash("pull").exits(0).stdout()).startsWith("nothing to pull: ");
            assertThat(sandbox.flash("pull", "--json")
                            .exits(0)
                            .json()
                            .at("/data/files/0/changed")
                            .asBoolean())
                    .isFalse();
            assertThat(sandbox.snapshot()).isEqualTo(after);
        }
    }

    @Test
    void aFilesAddressIsWrittenDownAndAPasswordIsNot() throws SQLException {
        sandbox.write("data/.keep", "");
        execute("data/app.db", TABLES);
        sandbox.flash("pull", "--url", "file:data/app.db").exits(0);
        assertThat(sandbox.read("schema.flash")).contains("url      = \"file:data/app.db\"");
        assertThat(sandbox.flash("pull", "--url", "postgresql://me:secret@127.0.0.1:1/x", "--schema", "other.flash")
                        .exits(1)
                        .stderr())
                .contains("F5502")
                .doesNotContain("secret");
        assertThat(sandbox.path("other.flash")).doesNotExist();
    }

    @Test
    void onlyWhatDiffersIsRewrittenInTheFileThatHasIt() throws SQLException {
        execute("dev.db", TABLES);
        sandbox.write("db/a.flash", "datasource db {\r\n  provider = \"sqlite\"\r\n  url = \"file:../dev.db\"\r\n}\r\n")
                .write("db/people.flash", """
                        // those who own books
                        model Person {
                          id   Int  @id
                          name String // in full
                          books Book[]
                          @@map("people")
                        }
                        """)
                .write("db/z.flash", """
                        model Book {
                          id Int @id
                          owner Person @relation(fields: [ownerId], references: [id], onDelete: NoAction, onUpdate: NoAction)
                          ownerId Int @map("owner")
                          @@map("books")
                        }
                        """);
        sandbox.set("FLASH_SCHEMA", "db");
        assertThat(sandbox.flash("pull").exits(0).stdout()).startsWith("nothing to pull");
        execute("dev.db", "ALTER TABLE people ADD COLUMN nick TEXT", "CREATE TABLE shelf (id INTEGER PRIMARY KEY)");
        String untouched = sandbox.read("db/a.flash");
        Sandbox.Run run = sandbox.flash("pull").exits(0);
        assertThat(run.stdout())
                .isEqualTo("changed db/people.flash\nchanged db/z.flash\n  ~ table people\n      + column nick TEXT\n"
                        + "  + table shelf\n");
        assertThat(sandbox.read("db/people.flash"))
                .contains("// those who own books\n", "  name String // in full\n  nick String?\n", "  books Book[]\n");
        assertThat(sandbox.read("db/z.flash"))
                .endsWith("}\n\nmodel shelf {\n  id Int @id @default(autoincrement())\n}\n");
        assertThat(sandbox.read("db/a.flash")).isEqualTo(untouched);
        assertThat(sandbox.flash("pull").exits(0).stdout()).startsWith("nothing to pull");
    }

    @Test
    void namesWhatTheSchemaCannotSay() throws SQLException {
        execute(
                "dev.db",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, g GEOMETRY)",
                "CREATE TRIGGER watch AFTER INSERT ON t BEGIN SELECT 1; END",
                "CREATE VIEW v AS SELECT id FROM t");
        Sandbox.Run run = sandbox.flash("pull", "--url", "file:dev.db").exits(0);
        assertThat(run.stderr())
                .contains("not in the schema: the type of t.g, Unsupported(\"geometry\")")
                .contains("not in the schema: trigger watch on t")
                .doesNotContain("view v");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(sandbox.flash("pull").exits(2).stderr()).contains("F6086", "--url");
        sandbox.flash("pull", "--url", "file:gone.db").exits(1);
        assertThat(sandbox.path("gone.db")).doesNotExist();
        sandbox.write("schema.flash", "model A {\n  x Strin\n}\n");
        Map<String, String> before = sandbox.snapshot();
        sandbox.flash("pull", "--url", "file:gone.db").exits(1);
        assertThat(sandbox.snapshot()).isEqualTo(before);
    }

    private void execute(String file, String... statements) throws SQLException {
        Path path = sandbox.path(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
