package dev.flashorm.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.Explanations;
import dev.flashorm.schema.diagnostic.TerminalRenderer;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every lint has a page: the first SQL on it has the hazard, and what Flash says of it stands below; the second has
 * none. `-Dflash.golden=rewrite` writes what Flash says.
 */
final class LintPagesTest {
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("flash.golden"));
    private static final Path PAGES = Path.of("..", "docs", "lints");
    private static final String SQL = "```sql ";
    private static final String OUTPUT = "```text\n";

    /** A fenced block of SQL; the fence names the provider. */
    record Example(String provider, String sql) {
        List<Diagnostic> lint() {
            return new MigrationLinter(provider, LintLevels.defaults()).lint(new SourceFile("up.sql", sql));
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageShowsTheHazardAndTheRewrite(Lint lint) throws IOException {
        Path file = PAGES.resolve(lint.code() + ".md");
        String page = Files.readString(file);
        assertThat(page).startsWith("# " + lint.code() + ": ").contains("\nIts name is `" + lint.id() + "`.\n");
        List<Example> examples = examples(page);
        assertThat(examples).hasSize(2);

        List<Diagnostic> found = examples.get(0).lint();
        assertThat(found).extracting(Diagnostic::code).contains(lint.code());
        String rendered = new TerminalRenderer(false).render(found);
        String shown = block(page, OUTPUT);
        if (REWRITE) {
            Files.writeString(file, page.replace(OUTPUT + shown, OUTPUT + rendered));
        } else {
            assertThat(shown).isEqualTo(rendered);
        }
        assertThat(examples.get(1).lint()).isEmpty();
    }

    @Test
    void pagesTravelInTheJar() {
        for (Lint lint : Lint.values()) {
            assertThat(Explanations.title(lint.code())).as(lint.code()).isPresent();
        }
    }

    @Test
    void thereIsNoPageWithoutALint() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> String.valueOf(page.getFileName()))
                            .filter(name -> name.startsWith("F"))
                            .map(name -> name.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Lint.values()).map(Lint::code).toList());
        }
    }

    @Test
    void theIndexNamesEachLintWithItsLevel() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));
        for (Lint lint : Lint.values()) {
            assertThat(index)
                    .contains("| [`" + lint.id() + "`](" + lint.code() + ".md) | " + lint.code() + " | "
                            + lint.level().name().toLowerCase(java.util.Locale.ROOT) + " |");
        }
    }

    private static List<Example> examples(String page) {
        List<Example> examples = new ArrayList<>();
        for (int at = page.indexOf(SQL); at >= 0; at = page.indexOf(SQL, at + 1)) {
            int line = page.indexOf('\n', at);
            examples.add(new Example(
                    page.substring(at + SQL.length(), line), page.substring(line + 1, page.indexOf("```\n", line))));
        }
        return examples;
    }

    private static String block(String page, String fence) {
        int start = page.indexOf(fence) + fence.length();
        return page.substring(start, page.indexOf("```\n", start));
    }
}
