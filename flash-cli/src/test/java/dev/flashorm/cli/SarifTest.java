package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** SARIF logs hold to what SARIF 2.1.0 (OASIS Standard, 2020) asks of the properties that Flash writes. */
class SarifTest {
    private static final Path PAGES = Path.of("../docs/diagnostics");
    private static final String SCHEMA = "```prisma\n";

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder);
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.getFileName().toString().matches("F\\d+\\.md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theFindingsOfEveryPageMakeALog(Path page) throws IOException {
        String text = Files.readString(page);
        int start = text.indexOf(SCHEMA) + SCHEMA.length();
        sandbox.write("schema.flash", text.substring(start, text.indexOf("```\n", start)));
        JsonNode log = sandbox.flash("validate", "--format=sarif").json();
        check(log);
        assertThat(log.at("/runs/0/results").findValuesAsString("ruleId"))
                .contains(page.getFileName().toString().replace(".md", ""));
    }

    @Test
    void columnsCountCodePoints() {
        sandbox.write("my schéma.flash", "model A {\n  id Int @id @map(\"\uD83D\uDE00\uD83D\uDE00\") @nonsense\n}\n");
        JsonNode log = sandbox.flash("validate", "--schema", "my schéma.flash", "--format=sarif")
                .exits(1)
                .json();
        check(log);
        JsonNode place = log.at("/runs/0/results/0/locations/0/physicalLocation");
        assertThat(place.at("/region/startColumn").asInt()).isEqualTo("  id Int @id @map(\"..\") @".length());
        assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("my%20sch%C3%A9ma.flash");
    }

    @Test
    void noPasswordIsTold() {
        sandbox.write(
                "schema.flash",
                "datasource db {\n  provider = \"mysql\"\n  url = \"mysql://me:secret@h/d\"\n"
                        + "  shadowDatabaseUrl = \"mysql://me:secret@h/d\"\n}\n");
        for (String format : List.of("sarif", "github", "json", "text")) {
            Sandbox.Run run = sandbox.flash("validate", "--format=" + format).exits(1);
            if (!format.equals("text")) {
                assertThat(run.stdout()).contains("F4010").doesNotContain("secret");
            }
        }
    }

    private static void check(JsonNode log) {
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        assertThat(URI.create(log.get("$schema").asString()).isAbsolute()).isTrue();
        assertThat(log.get("runs")).hasSize(1);
        JsonNode run = log.get("runs").get(0);
        assertThat(run.get("columnKind").asString()).isEqualTo("unicodeCodePoints");
        JsonNode driver = run.at("/tool/driver");
        assertThat(driver.get("name").asString()).isNotEmpty();
        Set<String> ids = new HashSet<>();
        for (JsonNode rule : driver.get("rules")) {
            assertThat(ids.add(rule.get("id").asString()))
                    .as("rules are unique")
                    .isTrue();
            assertThat(rule.at("/shortDescription/text").asString()).isNotEmpty();
        }
        for (JsonNode result : run.get("results")) {
            JsonNode rule = driver.get("rules").get(result.get("ruleIndex").asInt());
            assertThat(result.get("ruleId")).isEqualTo(rule.get("id"));
            assertThat(result.get("level").asString()).isIn("none", "note", "warning", "error");
            assertThat(result.at("/message/text").asString()).isNotEmpty();
            assertThat(result.get("locations")).hasSize(1);
            checkLocation(result.get("locations").get(0));
            result.path("relatedLocations").forEach(SarifTest::checkLocation);
            result.path("fixes").forEach(SarifTest::checkFix);
        }
    }

    private static void checkLocation(JsonNode location) {
        checkArtifact(location.at("/physicalLocation/artifactLocation"));
        checkRegion(location.at("/physicalLocation/region"));
    }

    private static void checkArtifact(JsonNode artifact) {
        assertThat(URI.create(artifact.get("uri").asString()).normalize().toString())
                .isEqualTo(artifact.get("uri").asString());
    }

    /** 3.30: everything from 1, the end not before the start; a region may be empty, as a place to insert at. */
    private static void checkRegion(JsonNode region) {
        int startLine = region.get("startLine").asInt();
        int endLine = region.get("endLine").asInt();
        assertThat(startLine).isPositive();
        assertThat(endLine).isGreaterThanOrEqualTo(startLine);
        assertThat(region.get("startColumn").asInt()).isPositive();
        assertThat(region.get("endColumn").asInt())
                .isGreaterThanOrEqualTo(
                        startLine == endLine ? region.get("startColumn").asInt() : 1);
    }

    private static void checkFix(JsonNode fix) {
        assertThat(fix.at("/description/text").asString()).isNotEmpty();
        Set<String> files = new HashSet<>();
        assertThat(fix.get("artifactChanges")).isNotEmpty();
        for (JsonNode change : fix.get("artifactChanges")) {
            checkArtifact(change.get("artifactLocation"));
            assertThat(files.add(change.at("/artifactLocation/uri").asString())).isTrue();
            assertThat(change.get("replacements")).isNotEmpty();
            for (JsonNode replacement : change.get("replacements")) {
                checkRegion(replacement.get("deletedRegion"));
                assertThat(replacement.at("/insertedContent/text").isString()).isTrue();
            }
        }
    }
}
