package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a line of arguments is read, and what is said about one that can't be. */
class ArgumentsTest {
    private static final String VALID =
            "model User {\n  id Int @id\n}\n\ndatasource db {\n  provider = \"sqlite\"\n}\n";

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder);
    }

    @Test
    void anOptionStandsBeforeOrAfterTheCommand() {
        sandbox.write("other.flash", VALID);
        sandbox.flash("--schema", "other.flash", "validate").exits(0);
        sandbox.flash("validate", "--schema", "other.flash").exits(0);
        sandbox.flash("validate", "--schema=other.flash").exits(0);
        sandbox.flash("--check", "format", "other.flash").exits(0);
        assertThat(sandbox.flash("--json", "validate", "--schema", "other.flash")
                        .exits(0)
                        .json()
                        .get("ok")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"valdate,validate", "fromat,format", "compl,completion", "confgi,config"})
    void anUnknownCommandIsAnsweredWithANearOne(String typed, String meant) {
        Sandbox.Run run = sandbox.flash(typed).exits(2);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.errorLines())
                .containsExactly(
                        "error[F6001]: unknown command `" + typed + "`",
                        "  = help: did you mean `" + meant + "`?",
                        "next: flash --help");
    }

    @Test
    void anUnknownOptionIsAnsweredWithANearOne() {
        assertThat(sandbox.flash("validate", "--shcema=x").exits(2).errorLines())
                .containsExactly(
                        "error[F6002]: unknown option `--shcema`",
                        "  = help: did you mean `--schema`?",
                        "next: flash validate --help");
        assertThat(sandbox.flash("--nonsense").exits(2).stderr()).contains("unknown option `--nonsense`");
        assertThat(sandbox.flash("-x", "validate").exits(2).stderr()).contains("unknown option `-x`");
    }

    @Test
    void anOptionOfAnotherCommandIsNotTaken() {
        assertThat(sandbox.flash("--check", "validate").exits(2).stderr()).contains("`--check`");
        assertThat(sandbox.flash("validate", "--check").exits(2).stderr()).contains("unknown option `--check`");
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() {
        assertThat(sandbox.flash("validate", "--schema").exits(2).stderr()).contains("`--schema` needs a value: PATH");
        assertThat(sandbox.flash("completion").exits(2).stderr()).contains("`flash completion` needs SHELL");
        assertThat(sandbox.flash("completion", "tcsh").exits(2).stderr())
                .contains("`tcsh` is not a value of `SHELL`", "use `bash`, `zsh`, `fish` or `powershell`");
        assertThat(sandbox.flash("validate", "surplus").exits(2).stderr()).contains("can't do anything with `surplus`");
        assertThat(sandbox.flash("validate", "--color", "red").exits(2).stderr())
                .contains("`red` is not a value of `--color`");
        assertThat(sandbox.flash("validate", "--url=a", "--url=b").exits(2).stderr())
                .contains("`--url` is given twice");
    }

    @ParameterizedTest
    @CsvSource({
        "generate,flash gen",
        "migrate dev --name init,flash migrate \"name\"",
        "migrate deploy,flash apply",
        "migrate reset,flash reset",
        "db push --force-reset,flash migrate \"name\"",
        "db pull,flash pull",
        "db seed,flash --help"
    })
    void anotherToolsNameIsAnsweredWithOurs(String line, String instead) {
        Sandbox.Run run = sandbox.flash(line.split(" ", -1)).exits(2);
        assertThat(run.errorLines()).last().isEqualTo("next: " + instead);
        assertThat(run.stderr()).startsWith("error[F6007]: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "db nonsense", "nonsense", "@file", "--", "-", "", " ", "--json=x validate"})
    void oddLinesAreWrongUsageAndNothingElse(String line) {
        sandbox.flash(line.split(" ", -1)).exits(line.equals("--") ? 0 : 2);
    }

    @Test
    void aLineThatCannotBeReadIsStillAnsweredInJson() {
        assertThat(sandbox.flash("--json", "nonsense")
                        .exits(2)
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("F6001");
        assertThat(sandbox.flash("validate", "--nonsense", "--json")
                        .exits(2)
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("F6002");
        Sandbox.Run run = sandbox.flash("validate", "--json");
        assertThat(run.exits(2).stderr()).isEmpty();
    }

    @Test
    void helpAndVersionHaveJsonToo() {
        sandbox.flash("--json").exits(0);
        sandbox.flash("--help", "--json").exits(0);
        sandbox.flash("validate", "--help", "--json").exits(0);
        assertThat(sandbox.flash("--version", "--json")
                        .exits(0)
                        .json()
                        .at("/data/flash")
                        .asString())
                .isNotBlank();
        assertThat(sandbox.flash("--version").exits(0).stdout()).startsWith("flash 0.");
    }
}
