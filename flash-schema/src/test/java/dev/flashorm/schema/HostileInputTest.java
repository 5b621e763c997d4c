package dev.flashorm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.SchemaTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes: no exception, no hang, no stack overflow, and damage is told. */
class HostileInputTest {
    private static SchemaResult compile(String text) {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
    }

    @Provide
    Arbitrary<String> anything() {
        return SchemaTexts.anything();
    }

    @Property(tries = 1000)
    void compilesWithoutThrowing(@ForAll("anything") String text) {
        compile(text);
    }

    @Property(tries = 1000)
    void formattingChangesWhiteSpaceOnlyAndSettlesAtOnce(@ForAll("anything") String text) {
        String formatted = Formatter.format(new SourceFile("schema.flash", text));

        assertThat(dense(formatted)).isEqualTo(dense(text));
        assertThat(Formatter.format(new SourceFile("again.flash", formatted))).isEqualTo(formatted);
    }

    @Property(tries = 1000)
    void formattingChangesNoFinding(@ForAll("anything") String text) {
        List<String> before = codes(compile(text));
        List<String> after = codes(compile(Formatter.format(new SourceFile("schema.flash", text))));

        assertThat(after).isEqualTo(before);
    }

    private static List<String> codes(SchemaResult result) {
        return result.diagnostics().stream().map(Diagnostic::code).sorted().toList();
    }

    private static String dense(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        text.chars().filter(c -> !isSpace(c)).forEach(c -> dense.append((char) c));
        return dense.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c == '\uFEFF';
    }

    static Stream<String> monsters() {
        String line = "model A {\n  id Int @id @default(%s)\n}\n";
        return Stream.of(
                line.formatted("(".repeat(200_000)),
                line.formatted("[".repeat(100_000) + "]".repeat(100_000)),
                line.formatted("f(".repeat(100_000) + ")".repeat(100_000)),
                line.formatted("{a:".repeat(50_000)),
                line.formatted("[\n".repeat(50_000)),
                "model A ".repeat(100_000),
                "model A {\n".repeat(100_000),
                "}\n".repeat(100_000),
                "{".repeat(200_000),
                "\"".repeat(200_001),
                "/*".repeat(200_000),
                "///\n".repeat(200_000),
                "@".repeat(200_000),
                "model A {\n  id Int " + "@id ".repeat(250_000) + "@\n}\n",
                "model A {\n  id Int @default(\"" + "x".repeat(1_000_000) + "\n}\n",
                "model A {\n  id Int @map(\"\\" + "\\\"".repeat(300_000) + "\n}\n",
                "a.".repeat(300_000),
                "\u0000".repeat(100_000),
                "\uD83C".repeat(100_000));
    }

    @Timeout(60)
    @ParameterizedTest
    @MethodSource("monsters")
    void survivesMonsters(String text) {
        SchemaResult result = compile(text);

        assertThat(result.isValid()).isEqualTo(text.startsWith("///"));
        Formatter.format(new SourceFile("schema.flash", text));
    }

    @Test
    void damageIsToldWhereItIs() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/golden/schema/blog/schema.flash"));
        for (String garbage : List.of("?? ((", "  id Int @@", "  \"open", "  x = y = z", "  a b c d", "  )]}")) {
            for (int i = 0; i < lines.size(); i++) {
                List<String> damaged = new ArrayList<>(lines);
                damaged.add(i, garbage);
                int line = i + 1;

                assertThat(compile(String.join("\n", damaged)).diagnostics())
                        .as(garbage + " as line " + line)
                        .anyMatch(found -> Math.abs(found.span().position().line() - line) <= 1);
            }
        }
    }

    @Timeout(60)
    @Test
    void aMegabyteOnOneLineIsFine() {
        String fields = Stream.iterate(0, i -> i + 1)
                .limit(60_000)
                .map(i -> "field" + i)
                .collect(Collectors.joining(", "));
        SchemaResult result = compile("model A {\n  id Int @id\n  @@index([" + fields + "])\n}\n");

        assertThat(result.schema().model("A")).isPresent();
    }

    @Timeout(60)
    @Test
    void aHundredThousandModelsLink() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("model M").append(i).append(" {\n  id Int @id\n}\n");
        }

        assertThat(compile(text.toString()).schema().models()).hasSize(100_000);
    }

    @Timeout(60)
    @Test
    void aThousandRelationsBetweenTwoModelsLinkInTime() {
        StringBuilder one = new StringBuilder("model A {\n  id Int @id\n");
        StringBuilder other = new StringBuilder("model B {\n  id Int @id\n");
        for (int i = 0; i < 1000; i++) {
            one.append("  b").append(i).append(" B[] @relation(\"r").append(i).append("\")\n");
            other.append("  a").append(i).append(" A[] @relation(\"r").append(i).append("\")\n");
        }

        SchemaResult result = compile(one + "}\n" + other + "}\n");

        assertThat(result.isValid()).isTrue();
        assertThat(result.schema().relations()).hasSize(1000);
    }
}
