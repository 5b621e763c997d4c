package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "mysql", "mongodb"})
    void theFirstSchemaIsValidAndFormatted(String database) {
        sandbox.flash("init", "--" + database, "--json").exits(0);
        sandbox.flash("validate", "--json").exits(0);
        sandbox.flash("format", "--check").exits(0);
    }

    @Test
    void aSecondInitChangesNothing() {
        sandbox.flash("init", "--postgresql").exits(0);
        Map<String, String> before = sandbox.snapshot();
        assertThat(before.keySet()).containsExactly(".env", "schema.flash");
        Sandbox.Run run = sandbox.flash("init", "--sqlite").exits(2);
        assertThat(run.stderr()).contains("error[F6040]", "next: flash validate");
        assertThat(sandbox.snapshot()).isEqualTo(before);
    }

    @Test
    void anExistingEnvironmentFileIsKept() {
        sandbox.write(".env", "DATABASE_URL=mine\n");
        sandbox.flash("init", "--postgresql").exits(0);
        assertThat(sandbox.read(".env")).isEqualTo("DATABASE_URL=mine\n");
    }

    @Test
    void aDryRunWritesNothing() {
        sandbox.flash("init", "--mysql", "--dry-run").exits(0);
        sandbox.flash("init", "--mysql", "--dry-run", "--json").exits(0);
        assertThat(sandbox.snapshot()).isEmpty();
    }

    @Test
    void withoutATerminalItAsksNothing() {
        sandbox.stdin("1\n");
        assertThat(sandbox.flash("init").exits(2).stderr())
                .contains("error[F6041]", "`--sqlite`", "next: flash init --sqlite");
        sandbox.terminals(true, true, true);
        sandbox.flash("init", "--no-input").exits(2);
        sandbox.set("CI", "true").flash("init").exits(2);
        assertThat(sandbox.snapshot()).isEmpty();
    }

    @Test
    void atATerminalItAsks() {
        sandbox.terminals(true, true, true).stdin("nonsense\n2\n");
        assertThat(sandbox.flash("init").exits(0).stdout()).contains("wrote schema.flash");
        assertThat(sandbox.read("schema.flash")).contains("provider = \"postgresql\"");
    }

    @Test
    void aClosedStdinIsANo() {
        sandbox.terminals(true, true, true);
        assertThat(sandbox.flash("init").exits(3).stderr()).contains("error[F6042]");
        sandbox.stdin("x\nx\nx\n1\n").flash("init").exits(3);
        assertThat(sandbox.snapshot()).isEmpty();
    }

    @Test
    void oneDatabaseOnly() {
        assertThat(sandbox.flash("init", "--sqlite", "--mysql").exits(2).stderr())
                .contains("`--sqlite` and `--mysql`");
    }
}
