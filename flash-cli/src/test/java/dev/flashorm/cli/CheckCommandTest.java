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
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
    private static final String SCHEMA = """
            datasource db {
              provider = "%s"
              url      = env("DATABASE_URL")
            }

            model User {
              id    Int    @id
              email String @unique
            }
            """;

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder);
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void findsDriftAndNothingElse(DatabaseName name) {
        try (TestDatabase database = TestDatabases.create(name)) {
            sandbox.set("DATABASE_URL", database.url()).write("schema.flash", SCHEMA.formatted(name.provider()));
            sandbox.flash("migrate", "first").exits(0);
            Sandbox.Run pending = sandbox.flash("check").exits(4);
            assertThat(pending.stdout()).contains("migrations  ok\n", "pending     1 error\n");
            assertThat(pending.stderr()).contains("error[F5703]", "up.sql:1:1");
            sandbox.flash("apply").exits(0);
            Map<String, String> before = sandbox.snapshot();
            assertThat(sandbox.flash("check").exits(0).stdout())
                    .isEqualTo("format      ok\nschema      ok\nmigrations  ok\nlint        ok\npending     ok\n"
                            + "drift       ok\n");
            String table = name == DatabaseName.POSTGRESQL ? "\"User\"" : "User";
            database.execute(
                    "ALTER TABLE " + table + " ADD COLUMN nick int", "CREATE TABLE other (id int PRIMARY KEY)");
            Sandbox.Run drift = sandbox.flash("check").exits(4);
            assertThat(drift.stderr())
                    .contains(
                            "error[F5705]: `User` is not as the migrations left it: + column nick ", "schema.flash:6:7")
                    .contains("error[F5705]: `other` is not as the migrations left it: + table other");
            assertThat(sandbox.flash("check", "--json")
                            .exits(4)
                            .json()
                            .at("/data/parts/5/errors")
                            .asInt())
                    .isEqualTo(2);
            assertThat(sandbox.snapshot()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void whatAMigrationMadeByHandIsNoDrift(DatabaseName name) {
        try (TestDatabase database = TestDatabases.create(name)) {
            sandbox.set("DATABASE_URL", database.url()).write("schema.flash", SCHEMA.formatted(name.provider()));
            sandbox.flash("migrate", "first").exits(0);
            String up = sandbox.snapshot().keySet().stream()
                    .filter(file -> file.endsWith("up.sql"))
                    .findFirst()
                    .orElseThrow();
            String table = name == DatabaseName.POSTGRESQL ? "\"User\"" : "User";
            sandbox.write(up, sandbox.read(up) + "\nCREATE INDEX by_hand ON " + table + " (id, email);\n");
            sandbox.flash("apply").exits(0);
            assertThat(sandbox.flash("check").exits(0).stdout()).contains("drift       ok\n");
        }
    }

    @Test
    void withoutADatabaseItSaysWhatItDidNotCheck() {
        sandbox.write("schema.flash", SCHEMA.formatted("postgresql"));
        sandbox.flash("migrate", "first").exits(0);
        assertThat(sandbox.flash("check").exits(0).stdout())
                .contains(
                        "pending     not checked: the environment variable `DATABASE_URL` is not set",
                        "drift       not checked: ");
        sandbox.set("DATABASE_URL", "postgresql://me:secret@127.0.0.1:1/x");
        Sandbox.Run run = sandbox.flash("check", "--json").exits(0);
        assertThat(run.json().at("/data/parts/4/checked").asBoolean()).isFalse();
        assertThat(run.json().at("/data/parts/4/reason").asString())
                .contains("cannot reach the database at 127.0.0.1:1/x");
        assertThat(run.stdout()).doesNotContain("secret");
    }

    @Test
    void findsWhatTheFilesSay() {
        sandbox.set("DATABASE_URL", "file:dev.db").write("schema.flash", SCHEMA.formatted("sqlite"));
        sandbox.flash("migrate", "first").exits(0);
        sandbox.flash("apply").exits(0);
        sandbox.write("schema.flash", SCHEMA.formatted("sqlite").replace("  email String @unique", "  email  String"));
        Sandbox.Run run = sandbox.flash("check").exits(4);
        assertThat(run.stderr())
                .contains("error[F5701]: this file is not laid out", "schema.flash:8:9")
                .contains(
                        "error[F5702]: `User` has changed and no migration says so", "- unique User_email_key (email)");
        assertThat(run.stdout()).contains("format      1 error\nschema      ok\nmigrations  1 error\n");
        sandbox.write("schema.flash", "model A {\n  x Strin\n}\n");
        assertThat(sandbox.flash("check").exits(4).stdout())
                .contains("schema      1 error\n", "drift       not checked: the schema is not valid\n");
    }

    @Test
    void mongodbIsCheckedForMigrationsToo() {
        sandbox.flash("init", "--mongodb").exits(0);
        assertThat(sandbox.flash("check").exits(4).stdout())
                .contains("format      ok\nschema      ok\nmigrations  2 errors\nlint        ok\n");
    }

    @Test
    void reportsForMachines() {
        sandbox.set("DATABASE_URL", "file:dev.db").write("schema.flash", SCHEMA.formatted("sqlite"));
        Sandbox.Run sarif = sandbox.flash("check", "--format=sarif").exits(4);
        assertThat(sarif.json().at("/runs/0/results/0/ruleId").asString()).isEqualTo("F5702");
        assertThat(sarif.json()
                        .at("/runs/0/tool/driver/rules/0/shortDescription/text")
                        .asString())
                .isEqualTo("the schema has changed and no migration says so");
        assertThat(sandbox.flash("check", "--format=github").exits(4).stdout())
                .startsWith("::error file=schema.flash,line=6,")
                .contains("title=F5702");
    }

    @ParameterizedTest
    @ValueSource(strings = {"F5701", "F5702", "F5703", "F5704", "F5705"})
    void itsCodesAreExplained(String code) {
        assertThat(sandbox.flash("validate", "--explain", code).exits(0).stdout())
                .startsWith("# " + code + ": ");
    }
}
