package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrateDiffCommandTest {
    private static final String SCHEMA = """
            datasource db {
              provider = "%s"
              url      = env("DATABASE_URL")
            }

            model User {
              id    Int    @id @default(autoincrement())
              email String @unique
              name  String @default("x")
              posts Post[]
            }

            model Post {
              id       Int    @id
              title    String
              authorId Int
              author   User   @relation(fields: [authorId], references: [id])
            }
            """;

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder);
    }

    @Test
    void namesWhatTheNextMigrationWouldDo() {
        sandbox.set("DATABASE_URL", "file:dev.db").write("schema.flash", SCHEMA.formatted("sqlite"));
        sandbox.flash("migrate", "first").exits(0);
        String[] line = {"migrate", "diff", "--from", "migrations", "--to", "schema.flash", "--exit-code"};
        assertThat(sandbox.flash(line).exits(0).stdout())
                .isEqualTo("no difference between migrations and schema.flash\n");
        sandbox.write(
                "schema.flash",
                SCHEMA.formatted("sqlite").replace("  title    String\n", "  title    String?\n  body     String?\n"));
        Map<String, String> before = sandbox.snapshot();
        Sandbox.Run run = sandbox.flash(line).exits(4);
        assertThat(run.stdout())
                .isEqualTo("from migrations to schema.flash:\n~ table Post\n    ~ column title: may be NULL\n"
                        + "    + column body TEXT\n");
        assertThat(sandbox.snapshot()).isEqualTo(before);
        assertThat(sandbox.flash("migrate", "diff", "--from", "schema.flash", "--to", "migrations", "--json")
                        .exits(0)
                        .json()
                        .at("/data/losses/0/subject")
                        .asString())
                .isEqualTo("Post.body");
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void itsScriptMakesADatabaseThatDiffersInNothing(DatabaseName name) {
        try (TestDatabase database = TestDatabases.create(name)) {
            sandbox.set("DATABASE_URL", database.url()).write("schema.flash", SCHEMA.formatted(name.provider()));
            Sandbox.Run run = sandbox.flash("migrate", "diff", "--from", "empty", "--to", "schema.flash", "--script")
                    .exits(0);
            assertThat(run.stderr()).isEmpty();
            for (String statement : run.stdout().split(";\n", -1)) {
                if (!statement.isBlank()) {
                    database.execute(statement);
                }
            }
            String[] line = {"migrate", "diff", "--from", "database", "--to", "schema.flash", "--exit-code", "--script"
            };
            assertThat(sandbox.flash(line).exits(0).stdout()).isEmpty();
            assertThat(sandbox.flash("migrate", "diff", "--from", database.url(), "--to", "database")
                            .exits(0)
                            .stdout())
                    .startsWith("no difference");
        }
    }

    /** Servers give conditions back in a spelling of their own. */
    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void conditionsAreComparedByWhatTheySay(DatabaseName name) {
        String schema = """
                datasource db {
                  provider = "%s"
                  url      = env("DATABASE_URL")
                }

                model Item {
                  id    Int     @id
                  kind  String
                  name  String?
                  price Int
                  total Int     @default(0)

                  @@check("price > 0 AND price < 200 OR kind = 'gift'", name: "price_range")
                  @@check("kind IN ('book', 'gift') AND kind <> 'none'", name: "known_kind")
                  @@check("kind NOT IN ('it', 'x')", name: "not_these")
                  @@check("price * 2 - 1 >= -5 AND total BETWEEN 0 AND 10", name: "arithmetic")
                  @@check("NOT (name IS NULL OR name LIKE 'x%%') OR abs(price) > 2", name: "name_form")
                }
                """.formatted(name.provider());
        try (TestDatabase database = TestDatabases.create(name)) {
            sandbox.set("DATABASE_URL", database.url()).write("schema.flash", schema);
            sandbox.flash("migrate", "first").exits(0);
            sandbox.flash("apply").exits(0);
            String[] line = {"migrate", "diff", "--from", "database", "--to", "schema.flash", "--exit-code"};
            sandbox.flash(line).exits(0);
            assertThat(sandbox.flash("pull", "--dry-run").exits(0).stdout()).startsWith("nothing to pull");
            sandbox.write("schema.flash", schema.replace("price > 0 AND", "price >= 0 AND"));
            assertThat(sandbox.flash(line).exits(4).stdout())
                    .contains("price_range")
                    .doesNotContain("known_kind", "arithmetic");
        }
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void whatNoSchemaCanSayStaysAndIsNamed(DatabaseName name) {
        try (TestDatabase database = TestDatabases.create(name)) {
            sandbox.set("DATABASE_URL", database.url()).write("schema.flash", SCHEMA.formatted(name.provider()));
            sandbox.flash("migrate", "first").exits(0);
            sandbox.flash("apply").exits(0);
            database.execute(
                    name == DatabaseName.POSTGRESQL
                            ? "CREATE VIEW titles AS SELECT title FROM \"Post\""
                            : "CREATE VIEW titles AS SELECT title FROM Post",
                    name == DatabaseName.POSTGRESQL
                            ? "ALTER TABLE \"Post\" ADD COLUMN extra int"
                            : "ALTER TABLE Post ADD COLUMN extra int");
            Sandbox.Run run = sandbox.flash("migrate", "diff", "--from", "database", "--to", "schema.flash")
                    .exits(0);
            assertThat(run.stdout()).contains("~ table Post\n    - column extra\n");
            assertThat(run.stderr()).contains("kept: view titles").contains("warning[F51");
        }
    }

    @Test
    void environmentsAndAddressesAreSides() {
        sandbox.write("schema.flash", SCHEMA.formatted("sqlite").replace("env(\"DATABASE_URL\")", "\"file:a.db\""))
                .write("flash.toml", "[environments.other]\nurl = \"file:b.db\"\n");
        sandbox.flash("migrate", "first").exits(0);
        sandbox.flash("apply").exits(0);
        sandbox.flash("apply", "--env", "other").exits(0);
        assertThat(sandbox.flash("migrate", "diff", "--from", "env:other", "--to", "file:a.db")
                        .exits(0)
                        .stdout())
                .isEqualTo("no difference between sqlite b.db and sqlite a.db\n");
        assertThat(sandbox.flash("migrate", "diff", "--from", "env:otter", "--to", "empty")
                        .exits(2)
                        .stderr())
                .contains("did you mean `other`?");
    }

    @Test
    void refusesWhatIsNoSide() {
        sandbox.write("schema.flash", SCHEMA.formatted("sqlite")).write("other.flash", SCHEMA.formatted("mysql"));
        sandbox.write("broken.flash", "model A {\n  x Strin\n}\n");
        sandbox.flash("migrate", "diff").exits(2);
        sandbox.flash("migrate", "diff", "--from", "schema.flash").exits(2);
        sandbox.flash("migrate", "diff", "--from", "schema.flash", "--to", "").exits(2);
        assertThat(sandbox.flash("migrate", "diff", "--from", "schema.flash", "--to", "nowhere.flash", "--json")
                        .exits(2)
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("F6080");
        sandbox.flash("migrate", "diff", "--from", "schema.flash", "--to", "other.flash")
                .exits(2);
        sandbox.flash("migrate", "diff", "--from", "empty", "--to", "empty").exits(2);
        assertThat(sandbox.flash("migrate", "diff", "--from", "empty", "--to", "broken.flash")
                        .exits(1)
                        .stderr())
                .contains("error[F2001]", "error[F6081]");
        assertThat(sandbox.flash("migrate", "diff", "--from", "file:gone.db", "--to", "schema.flash")
                        .exits(1)
                        .stderr())
                .contains("there is no database `gone.db`");
        assertThat(sandbox.path("gone.db")).doesNotExist();
        assertThat(sandbox.flash("migrate", "diff", "--from", "oracle://u:secret@h/d", "--to", "empty")
                        .exits(2)
                        .stderr())
                .doesNotContain("secret");
    }
}
