package dev.flashorm.schema.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import dev.flashorm.schema.syntax.Declaration.WithFields;
import dev.flashorm.schema.syntax.Declaration.WithSettings;
import dev.flashorm.schema.syntax.grammar.SchemaLexer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTreeTest {
    static SchemaDocument parse(String text) {
        return SchemaFileParser.parse(new SourceFile("schema.flash", text));
    }

    @Provide
    Arbitrary<String> anything() {
        return SchemaTexts.anything();
    }

    @Property(tries = 1000)
    void theTreePrintsTheFileByteForByte(@ForAll("anything") String text) {
        assertThat(parse(text).tokens().print()).isEqualTo(text);
    }

    @Property(tries = 1000)
    void everyElementLiesWithinItsParentAndBehindItsSibling(@ForAll("anything") String text) {
        SchemaDocument document = parse(text);
        Span all = document.file().span(0, text.length());
        int end = 0;
        for (Declaration declaration : document.declarations()) {
            assertThat(declaration.span().start()).isGreaterThanOrEqualTo(end);
            end = declaration.span().end();
            assertWithin(all, declaration.span());
            assertWithin(declaration.span(), declaration.name().span());
            int last = declaration.name().span().end();
            for (Span line : lines(declaration)) {
                assertThat(line.start()).isGreaterThanOrEqualTo(last);
                assertWithin(declaration.span(), line);
                last = line.end();
            }
        }
        for (Diagnostic diagnostic : document.diagnostics()) {
            assertWithin(all, diagnostic.span());
        }
    }

    private static List<Span> lines(Declaration declaration) {
        List<Span> spans = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        if (declaration instanceof WithFields block) {
            block.fields().forEach(field -> {
                spans.add(field.span());
                assertWithin(field.span(), field.name().span());
                field.attributes().forEach(attribute -> assertAttribute(field.span(), attribute));
            });
            attributes.addAll(block.attributes());
        } else if (declaration instanceof EnumDeclaration block) {
            block.values().forEach(value -> spans.add(value.span()));
            attributes.addAll(block.attributes());
        } else if (declaration instanceof WithSettings block) {
            block.settings().forEach(setting -> spans.add(setting.span()));
        }
        attributes.forEach(attribute -> {
            assertAttribute(declaration.span(), attribute);
            spans.add(attribute.span());
        });
        spans.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return spans;
    }

    private static void assertAttribute(Span parent, Attribute attribute) {
        assertWithin(parent, attribute.span());
        assertWithin(attribute.span(), attribute.name().span());
        attribute.arguments().list().forEach(argument -> {
            assertWithin(attribute.arguments().span(), argument.span());
            argument.value().ifPresent(value -> assertWithin(argument.span(), value.span()));
        });
    }

    private static void assertWithin(Span outer, Span inner) {
        assertThat(inner.start()).isBetween(outer.start(), outer.end());
        assertThat(inner.end()).isBetween(inner.start(), outer.end());
    }

    @Test
    void oneOfEverythingIsClean() {
        SchemaDocument document = parse(SchemaTexts.EVERYTHING);

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.declarations()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsDoNotMatter(String lineEnd) {
        SchemaDocument document =
                parse("\uFEFF" + SchemaTexts.EVERYTHING.stripTrailing().replace("\n", lineEnd));

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.declarations()).hasSize(7);
        assertThat(document.declarations().get(2).documentation()).contains("A person.\nTwo lines.");
    }

    @Test
    void tokenKindsAreThoseOfTheLexer() {
        for (int type = 1; type <= SchemaLexer.VOCABULARY.getMaxTokenType(); type++) {
            assertThat(TokenKind.ofType(type).name()).isEqualTo(SchemaLexer.VOCABULARY.getSymbolicName(type));
        }
    }
}
