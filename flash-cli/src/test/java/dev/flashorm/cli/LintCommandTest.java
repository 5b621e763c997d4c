package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintCommandTest {
    private static final String HAZARD = "CREATE INDEX \"a\" ON \"User\"(\"id\");\n";

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder);
        sandbox.write(
                "schema.flash", "datasource db {\n  provider = \"postgresql\"\n}\n\nmodel User {\n  id Int @id\n}\n");
        sandbox.write("migrations/20250101_one/migration.sql", "CREATE TABLE \"User\" (id INT);\n" + HAZARD);
        sandbox.write("migrations/20250102_two/migration.sql", "-- by hand\n" + HAZARD + "DROP TABLE \"Old\";\n");
        sandbox.write("migrations/20250103_three/migration.sql", "SELECT 1;\n");
    }

    @Test
    void handWrittenFilesOfPrismaAreLookedAt() {
        Sandbox.Run run = sandbox.flash("migrate", "lint", "--json").exits(4);
        JsonNode json = run.json();
        assertThat(json.at("/data/errors").asInt()).isEqualTo(1);
        assertThat(json.at("/data/warnings").asInt()).isEqualTo(1);
        assertThat(json.at("/diagnostics/0/code").asString()).isEqualTo("F5601");
        assertThat(json.at("/diagnostics/0/at/file").asString()).isEqualTo("migrations/20250102_two/migration.sql");
        assertThat(json.at("/diagnostics/0/at/line").asInt()).isEqualTo(2);
        assertThat(sandbox.flash("migrate", "lint").exits(4).stderr()).contains("CREATE INDEX CONCURRENTLY");
    }

    @Test
    void reportsForCodeHosts() {
        JsonNode sarif = JsonMapper.shared()
                .readTree(sandbox.flash("migrate", "lint", "--format=sarif")
                        .exits(4)
                        .stdout());
        JsonNode rule = sarif.at("/runs/0/tool/driver/rules/0");
        assertThat(rule.at("/id").asString()).isEqualTo("F5601");
        assertThat(rule.at("/shortDescription/text").asString()).isEqualTo("an index that blocks writers");
        assertThat(sandbox.flash("migrate", "lint", "--format=github").exits(4).stdout())
                .contains("::error file=migrations/20250102_two/migration.sql,line=2");
    }

    @Test
    void oneOrThoseSinceOne() {
        sandbox.flash("migrate", "lint", "20250101_one").exits(0);
        sandbox.flash("migrate", "lint", "20250102").exits(4);
        sandbox.flash("migrate", "lint", "--since", "20250102").exits(0);
        sandbox.flash("migrate", "lint", "2025").exits(2);
        sandbox.flash("migrate", "lint", "--since", "nowhere").exits(2);
    }

    @Test
    void levelsComeFromTheConfiguration() {
        sandbox.write("flash.toml", "[lint]\nblocking-index = \"warning\"\ndrop-table = \"off\"\n");
        JsonNode json = sandbox.flash("migrate", "lint", "--json").exits(0).json();
        assertThat(json.at("/data/errors").asInt()).isZero();
        assertThat(json.at("/data/warnings").asInt()).isEqualTo(1);

        sandbox.write("flash.toml", "[lint]\nblocking-indexes = \"off\"\n");
        assertThat(sandbox.flash("migrate", "lint").exits(2).stderr())
                .contains("flash.toml:2:1")
                .contains("did you mean `blocking-index`?");
        sandbox.write("flash.toml", "[lint]\nrename = \"loud\"\n");
        assertThat(sandbox.flash("migrate", "lint").exits(2).stderr()).contains("error, off, warning");
    }

    @Test
    void whatIsNoSqlIsAnErrorWithItsPlace() {
        sandbox.write("migrations/20250104_four/migration.sql", "SELECT 'open;\n");
        assertThat(sandbox.flash("migrate", "lint").exits(1).stderr())
                .contains("migrations/20250104_four/migration.sql:1:8");
    }
}
