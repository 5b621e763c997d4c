package dev.flashorm.schema.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schemas of `docs/diagnostics/README.md` and what it says of them; `-Dflash.golden=rewrite` writes it anew. */
class TenSchemasTest {
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("flash.golden"));
    private static final Path PAGE = Path.of("..", "docs", "diagnostics", "README.md");
    private static final String SCHEMA = "```prisma\n";
    private static final String OUTPUT = "```text\n";
    private static final String END = "```\n";

    @Test
    void thePageSaysWhatFlashSays() throws IOException {
        String page = Files.readString(PAGE);
        StringBuilder current = new StringBuilder();
        int schemas = 0;
        int at = 0;
        for (int next = page.indexOf(SCHEMA); next >= 0; next = page.indexOf(SCHEMA, at)) {
            int start = next + SCHEMA.length();
            int end = page.indexOf(END, start);
            int output = page.indexOf(OUTPUT, end) + OUTPUT.length();
            List<Diagnostic> diagnostics = SchemaCompiler.compile(
                            List.of(new SourceFile("schema.flash", page.substring(start, end))))
                    .diagnostics();
            assertThat(diagnostics).anyMatch(Diagnostic::isError);
            current.append(page, at, output).append(new TerminalRenderer(false).render(diagnostics));
            at = page.indexOf(END, output);
            schemas++;
        }
        current.append(page.substring(at));
        assertThat(schemas).isEqualTo(10);
        if (REWRITE) {
            Files.writeString(PAGE, current);
        } else {
            assertThat(page).isEqualTo(current.toString());
        }
    }
}
