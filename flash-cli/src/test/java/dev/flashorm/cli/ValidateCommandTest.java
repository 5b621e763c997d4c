package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ValidateCommandTest {
    private static final String WRONG =
            "datasource db {\n  provider = \"sqlite\"\n}\n\nmodel User {\n  id   Int @id\n  name Strin\n}\n";

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder);
    }

    @Test
    void findingsHaveAPlace() {
        sandbox.write("schema.flash", WRONG);
        Sandbox.Run run = sandbox.flash("validate").exits(1);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.stderr()).contains("error[F", "--> schema.flash:7:8", "schema.flash is not valid: 1 error");
        assertThat(sandbox.flash("validate", "--json")
                        .exits(1)
                        .json()
                        .at("/diagnostics/0/at/line")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void aCodeIsExplainedWithoutAProject() {
        assertThat(sandbox.flash("validate", "--explain", "f3005").exits(0).stdout())
                .startsWith("# F3005: ");
        assertThat(sandbox.flash("validate", "--explain", "F3005", "--json")
                        .exits(0)
                        .json()
                        .at("/data/code")
                        .asString())
                .isEqualTo("F3005");
        assertThat(sandbox.flash("validate", "--explain", "../../secret")
                        .exits(2)
                        .stderr())
                .contains("error[F6031]");
    }

    @Test
    void aSyntaxErrorHasAPlace() {
        sandbox.write("schema.flash", "model User {\n  id Int @id(\n}\n");
        assertThat(sandbox.flash("validate").exits(1).stderr()).contains("error[F1", "--> schema.flash:2:");
    }

    @Test
    void colourOnRequestOnly() {
        sandbox.write("schema.flash", WRONG);
        assertThat(sandbox.flash("validate").stderr()).doesNotContain("\u001b[");
        assertThat(sandbox.flash("validate", "--color=always").stderr()).contains("\u001b[");
        sandbox.terminals(false, false, true);
        assertThat(sandbox.flash("validate").stderr()).contains("\u001b[");
        assertThat(sandbox.flash("validate", "--color=never").stderr()).doesNotContain("\u001b[");
        sandbox.set("NO_COLOR", "1").set("FORCE_COLOR", "1");
        assertThat(sandbox.flash("validate").stderr()).doesNotContain("\u001b[");
    }

    @Test
    void inAGithubWorkflowFindingsAreAnnotations() {
        sandbox.write("schema.flash", WRONG).set("GITHUB_ACTIONS", "true");
        Sandbox.Run run = sandbox.flash("validate").exits(1);
        assertThat(run.stderr()).contains("error[F2001]", "::error file=schema.flash,line=7,endLine=7,col=8,");
        assertThat(sandbox.flash("validate", "--schema", "no.flash").exits(2).stderr())
                .contains("::error title=F");
    }

    @Test
    void annotationsOnRequest() {
        sandbox.write("schema.flash", WRONG);
        Sandbox.Run run = sandbox.flash("validate", "--format=github").exits(1);
        assertThat(run.stdout()).startsWith("::error file=schema.flash,line=7,").hasLineCount(1);
        assertThat(run.stderr()).isEqualTo("schema.flash is not valid: 1 error\n");
        sandbox.set("GITHUB_ACTIONS", "true");
        assertThat(sandbox.flash("validate", "--format=github").stderr()).doesNotContain("::error");
    }

    @Test
    void sarifOnRequest() {
        sandbox.write("schema.flash", WRONG);
        Sandbox.Run run = sandbox.flash("validate", "--format=sarif").exits(1);
        assertThat(run.stderr()).isEqualTo("schema.flash is not valid: 1 error\n");
        assertThat(run.json().at("/runs/0/results/0/ruleId").asString()).isEqualTo("F2001");
        assertThat(sandbox.write("schema.flash", "")
                        .flash("validate", "--format=sarif")
                        .exits(0)
                        .json()
                        .at("/runs/0/results"))
                .isEmpty();
    }

    @Test
    void formatJsonIsJson() {
        sandbox.write("schema.flash", WRONG);
        assertThat(sandbox.flash("validate", "--format=json").exits(1).stdout())
                .isEqualTo(sandbox.flash("validate", "--json").stdout());
        sandbox.flash("validate", "--format=yaml").exits(2);
    }

    @Test
    void jsonHasTheEditsThatMendAFinding() {
        sandbox.write("schema.flash", "model User {\n  id   Int @id\n  name Strng\n}\n");
        JsonNode fix = sandbox.flash("validate", "--json").exits(1).json().at("/diagnostics/0/fixes/0");
        assertThat(fix.at("/help").asString()).isEqualTo("did you mean `String`?");
        assertThat(fix.at("/edits/0/replacement").asString()).isEqualTo("String");
        assertThat(fix.at("/edits/0/line").asInt()).isEqualTo(3);
        assertThat(fix.at("/edits/0/column").asInt()).isEqualTo(8);
        assertThat(fix.at("/edits/0/endColumn").asInt()).isEqualTo(13);
    }

    @Test
    void anEditThatWouldShowAPasswordIsLeftOut() {
        sandbox.write(
                "schema.flash",
                "datasource db {\n  provider = \"postgresql\"\n  url = 'postgresql://me:hush-hush@host/db'\n}\n");
        for (String format : List.of("json", "sarif", "github")) {
            Sandbox.Run run = sandbox.flash("validate", "--format=" + format).exits(1);
            assertThat(run.stdout()).contains("double quotes").doesNotContain("hush-hush");
        }
    }

    @Test
    void ofThousandsOfFindingsAHundredAreShown() {
        sandbox.write("schema.flash", "model User {\n  id Int @id\n" + "  same Int\n".repeat(5_001) + "}\n");
        String stderr = sandbox.flash("validate").exits(1).stderr();
        assertThat(stderr).contains("4900 more findings are not shown", "is not valid: 5000 errors");
        assertThat(stderr.split("error\\[F2003]", -1)).hasSize(101);
        assertThat(sandbox.flash("validate", "--json").exits(1).json().at("/diagnostics"))
                .hasSize(5_000);
    }

    @Test
    void anEmptyFileIsASchemaOfNothing() {
        sandbox.write("schema.flash", "");
        sandbox.flash("validate").exits(0);
    }
}
