package dev.flashorm.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder is a case: `before.flash` (absent for an empty database) and `after.flash`, without a datasource, planned
 * for each provider that `expected/` names; `-Dflash.golden=rewrite` writes the expectations anew.
 */
final class PlanGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden/plan");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("flash.golden"));

    /** One folder, for one provider. */
    record Case(Path folder, String provider) {
        Path expected() {
            return folder.resolve("expected").resolve(provider);
        }
    }

    static Stream<Case> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .sorted()
                    .flatMap(
                            folder -> Stream.of("postgresql", "mysql", "sqlite").map(name -> new Case(folder, name)))
                    .filter(found -> REWRITE || Files.isDirectory(found.expected()))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesTheExpectedSteps(Case found) throws IOException {
        Path folder = found.folder();
        Path expected = found.expected();
        String provider = found.provider();
        Path before = folder.resolve("before.flash");
        Schema from = Files.exists(before) ? compile(provider, before) : null;
        Schema to = compile(provider, folder.resolve("after.flash"));
        if (to == null) {
            assertThat(REWRITE).as("an invalid schema has no expectations").isTrue();
            return;
        }
        MigrationPlan plan = MigrationPlanner.of(provider).plan(from, to);

        check(expected.resolve("up.sql"), plan.upSql());
        check(expected.resolve("down.sql"), plan.downSql());
        check(
                expected.resolve("hazards.txt"),
                String.join("\n", plan.hazards().stream().map(Finding::toString).toList()));
    }

    private static @Nullable Schema compile(String provider, Path file) throws IOException {
        String datasource = "datasource db {\n  provider = \"" + provider + "\"\n}\n\n";
        SchemaResult result =
                SchemaCompiler.compile(List.of(new SourceFile(file.toString(), datasource + Files.readString(file))));
        return result.isValid() ? result.schema() : null;
    }

    private static void check(Path file, String text) throws IOException {
        if (REWRITE) {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
