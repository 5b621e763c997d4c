package dev.flashorm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds `docs/language-widenings.md` to its word: each of its examples is accepted or refused as it says. */
class LanguageWideningsTest {
    private static final Path PAGE = Path.of("..", "docs", "language-widenings.md");

    private record Example(String section, List<String> marks, String text) {
        @Override
        public String toString() {
            return section + " " + marks;
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String section = "";
        List<String> marks = List.of();
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.equals("```")) {
                examples.add(new Example(section, marks, text.toString()));
                marks = List.of();
            } else if (line.startsWith("```")) {
                marks = List.of(line.substring(3).split(" ", -1));
                text = new StringBuilder();
            } else if (!marks.isEmpty()) {
                text.append(line).append(marks.contains("crlf") ? "\r\n" : "\n");
            }
        }
        assertThat(examples).hasSizeGreaterThan(8);
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isTrue(Example example) {
        String text = (example.marks().contains("bom") ? "\uFEFF" : "") + example.text();
        SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));

        assertThat(example.marks()).containsAnyOf("accepted", "refused");
        assertThat(result.diagnostics().stream().filter(d -> d.isError()).toList())
                .matches(errors -> errors.isEmpty() == example.marks().contains("accepted"));
    }
}
