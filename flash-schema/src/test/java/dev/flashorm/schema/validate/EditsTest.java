package dev.flashorm.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.Help;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An edit that a diagnostic offers, applied, does away with the diagnostic and does no harm. */
class EditsTest {
    private static final String SCHEMA = "```prisma\n";

    @Test
    void everyOfferedEditMendsWhatItIsOfferedFor() throws IOException {
        int applied = 0;
        for (DiagnosticCode code : DiagnosticCode.values()) {
            String page = Files.readString(Path.of("..", "docs", "diagnostics", code.id() + ".md"));
            int start = page.indexOf(SCHEMA) + SCHEMA.length();
            String schema = page.substring(start, page.indexOf("```\n", start));
            List<Diagnostic> before = compile(schema);
            for (Diagnostic diagnostic : before) {
                for (Help help : diagnostic.help()) {
                    if (help.edits().isEmpty()) {
                        continue;
                    }
                    String mended = apply(schema, help.edits());
                    List<Diagnostic> after = compile(mended);
                    assertThat(after)
                            .as(diagnostic.code() + ": " + help.text() + "\n" + mended)
                            .noneMatch(found -> same(found, diagnostic))
                            .noneMatch(found -> found.code().startsWith("F1"))
                            .hasSizeLessThanOrEqualTo(before.size());
                    applied++;
                }
            }
        }
        assertThat(applied).isGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a Int,                  | a Int",
                "a Int;                  | a Int",
                "a: Int                  | a Int",
                "a Int!                  | a Int",
                "a [Int]                 | a Int[]",
                "Int a                   | a Int",
                "a text                  | a String",
                "a Int unique            | a Int @unique",
                "a Int default(5)        | a Int @default(5)",
                "a Int @default(5        | a Int @default(5)",
                "a String @default('x')  | a String @default(\"x\")",
                "a String @default(x)    | a String @default(\"x\")",
                "a Int @default(\"5\")    | a Int @default(5)",
                "@unique([id])           | @@unique([id])",
                "@@unique(fields [id])   | @@unique(fields: [id])",
                "@@unique([id)           | @@unique([id])",
            })
    void aSlipIsMendedByItsEdit(String slip, String meant) {
        String frame = "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Int @id\n  %s\n}\n";
        List<Diagnostic> found = compile(frame.formatted(slip));

        assertThat(found).hasSize(1);
        assertThat(apply(frame.formatted(slip), found.get(0).help().get(0).edits()))
                .isEqualTo(frame.formatted(meant));
        assertThat(compile(frame.formatted(meant))).isEmpty();
    }

    private static boolean same(Diagnostic one, Diagnostic other) {
        return one.code().equals(other.code()) && one.message().equals(other.message());
    }

    private static List<Diagnostic> compile(String schema) {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.flash", schema)))
                .diagnostics();
    }

    private static String apply(String text, List<TextEdit> edits) {
        List<TextEdit> fromTheEnd = new ArrayList<>(edits);
        fromTheEnd.sort(
                Comparator.comparingInt((TextEdit edit) -> edit.span().start()).reversed());
        StringBuilder mended = new StringBuilder(text);
        fromTheEnd.forEach(
                edit -> mended.replace(edit.span().start(), edit.span().end(), edit.replacement()));
        return mended.toString();
    }
}
