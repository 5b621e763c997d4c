package dev.flashorm.schema.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every code has a page, and the schema on the page is the fixture of the code: what Flash says of it stands below.
 * `-Dflash.golden=rewrite` writes it anew.
 */
class DiagnosticPagesTest {
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("flash.golden"));
    private static final Path PAGES = Path.of("..", "docs", "diagnostics");
    private static final String SCHEMA = "```prisma\n";
    private static final String OUTPUT = "```text\n";
    private static final String END = "```\n";

    @ParameterizedTest
    @EnumSource(DiagnosticCode.class)
    void theSchemaOnThePageHasThisFinding(DiagnosticCode code) throws IOException {
        Path file = PAGES.resolve(code.id() + ".md");
        assertThat(file).exists();
        String page = Files.readString(file);
        assertThat(page).startsWith("# " + code.id() + ": ").contains(SCHEMA).contains(OUTPUT);

        StringBuilder current = new StringBuilder();
        int at = 0;
        for (int next = page.indexOf(SCHEMA); next >= 0; next = page.indexOf(SCHEMA, at)) {
            int output = page.indexOf(OUTPUT, next);
            int following = page.indexOf(SCHEMA, next + 1);
            if (output < 0 || (following >= 0 && following < output)) {
                // A schema that is right, or a part of one.
                current.append(page, at, next + SCHEMA.length());
                at = next + SCHEMA.length();
                continue;
            }
            String schema = block(page.substring(next), SCHEMA);
            SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", schema)));
            assertThat(result.diagnostics())
                    .extracting(Diagnostic::code)
                    .as(schema)
                    .contains(code.id());
            current.append(page, at, output + OUTPUT.length())
                    .append(new TerminalRenderer(false).render(result.diagnostics()));
            at = page.indexOf(END, output + OUTPUT.length());
        }
        current.append(page.substring(at));
        if (REWRITE) {
            Files.writeString(file, current);
        } else {
            assertThat(page).isEqualTo(current.toString());
        }
    }

    @Test
    void thereIsNoPageWithoutACode() throws IOException {
        List<String> codes =
                Stream.of(DiagnosticCode.values()).map(DiagnosticCode::id).toList();
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.startsWith("F"))
                            .map(name -> name.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    @Test
    void codesAreDistinct() {
        assertThat(Stream.of(DiagnosticCode.values()).map(DiagnosticCode::id)).doesNotHaveDuplicates();
    }

    @Test
    void pagesTravelInTheJar() {
        assertThat(Explanations.of("f3005").orElseThrow()).startsWith("# F3005: ");
        assertThat(Explanations.title("F3005").orElseThrow()).isEqualTo("a reference to something that is not unique");
        assertThat(Explanations.of("F9999")).isEmpty();
        assertThat(Explanations.of("../../x")).isEmpty();
    }

    private static String block(String page, String fence) {
        int start = page.indexOf(fence) + fence.length();
        return page.substring(start, page.indexOf(END, start));
    }
}
