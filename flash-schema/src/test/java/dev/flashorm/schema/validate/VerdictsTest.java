package dev.flashorm.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Small schemas, rule by rule and provider by provider, and whether they are valid. `fields.txt` has one a line: the
 * lines of a model, parted by `|`, below its id, beside an `enum E`. In `blocks.txt` a line `=== provider verdict` is
 * followed by a whole schema but for its datasource.
 */
class VerdictsTest {
    private static final Path FOLDER = Path.of("src/test/resources/verdicts");
    private static final String HEAD = "=== ";

    private final List<String> wrong = new ArrayList<>();

    @Test
    void ofFields() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("fields.txt"));
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            check(
                    words[0],
                    words[1],
                    "enum E {\n  X\n  Y\n}\nmodel A {\n  id Int @id\n  " + words[2].replace(" | ", "\n  ") + "\n}\n");
        }
        assertThat(wrong).isEmpty();
        assertThat(lines).hasSizeGreaterThan(400);
    }

    @Test
    void ofBlocks() throws IOException {
        String[] cases = Files.readString(FOLDER.resolve("blocks.txt")).split("(?m)^" + HEAD, -1);
        for (String one : List.of(cases).subList(1, cases.length)) {
            int end = one.indexOf('\n');
            String[] words = one.substring(0, end).split(" ", -1);
            check(words[0], words[1], one.substring(end + 1));
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).hasSizeGreaterThan(250);
    }

    private void check(String provider, String verdict, String text) {
        SchemaResult result =
                SchemaCompiler.compile(List.of(new SourceFile("schema.flash", datasource(provider) + text)));
        String found = !result.isValid() ? "error" : result.diagnostics().isEmpty() ? "valid" : "warning";
        if (!found.equals(verdict)) {
            wrong.add("expected " + verdict + ", found " + found + " " + result.diagnostics() + " for " + provider
                    + ":\n" + text);
        }
    }

    /** `none`, or the provider, and with a dash what else the datasource says. */
    private static String datasource(String written) {
        if (written.equals("none")) {
            return "";
        }
        String[] parts = written.split("-", -1);
        String more = parts.length == 1
                ? ""
                : parts[1].equals("prisma") ? "  relationMode = \"prisma\"\n" : "  schemas = [\"a\", \"b\"]\n";
        return "datasource db {\n  provider = \"" + parts[0] + "\"\n" + more + "}\n";
    }
}
