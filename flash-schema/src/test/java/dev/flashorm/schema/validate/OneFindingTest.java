package dev.flashorm.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mistake is one finding: what follows from it is not reported, what is wrong besides is. In `findings.txt` a line
 * `=== codes` is followed by a schema that has these findings, in this order, and no others.
 */
class OneFindingTest {
    private static final Path CASES = Path.of("src/test/resources/verdicts/findings.txt");

    record Case(String codes, String text) {}

    static Stream<Case> cases() throws IOException {
        return Stream.of(Files.readString(CASES).split("(?m)^=== ", -1))
                .filter(one -> !one.isEmpty())
                .map(one -> new Case(one.substring(0, one.indexOf('\n')), one.substring(one.indexOf('\n') + 1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasTheseFindingsOnly(Case one) {
        List<Diagnostic> found = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", one.text())))
                .diagnostics();

        assertThat(found.stream().map(Diagnostic::code).collect(Collectors.joining(" ")))
                .as(found.toString())
                .isEqualTo(one.codes());
    }
}
