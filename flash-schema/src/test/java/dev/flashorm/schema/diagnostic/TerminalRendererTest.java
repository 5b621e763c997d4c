package dev.flashorm.schema.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TerminalRendererTest {
    private final TerminalRenderer plain = new TerminalRenderer(false);

    @Test
    void theLayoutOfTheLanguagePage() {
        SourceFile file = new SourceFile("schema.flash", "\n".repeat(5) + """
                  email String

                model Post {





                  x Int

                  author User @relation(fields: [authorEmail], references: [email])
                """.indent(0));
        Diagnostic diagnostic = Diagnostic.error(
                        "F3005", in(file, "[email]", 1, 5), "`references: [email]` does not point to a unique field")
                .label("can match several rows of `User`")
                .because(in(file, "email String", 0, 5), "neither `@unique` nor `@id`")
                .help("add `@unique` to `User.email`")
                .build();
        assertThat(plain.render(diagnostic)).isEqualTo("""
                error[F3005]: `references: [email]` does not point to a unique field
                  --> schema.flash:16:61
                   |
                16 |   author User @relation(fields: [authorEmail], references: [email])
                   |                                                             ^^^^^ can match several rows of `User`
                 6 |   email String
                   |   ----- neither `@unique` nor `@id`
                   = help: add `@unique` to `User.email`
                """);
    }

    @Test
    void severalLabelsOnALineHangOnBars() {
        SourceFile file = new SourceFile("a.flash", "user User @relation(fields: [a, b], references: [id])");
        Diagnostic diagnostic = Diagnostic.warning("F3007", in(file, "[id]", 0, 4), "sizes differ")
                .label("one")
                .because(in(file, "[a, b]", 0, 6), "two")
                .because(in(file, "User", 0, 4), "of this")
                .note("a fact")
                .build();
        assertThat(plain.render(diagnostic)).isEqualTo("""
                warning[F3007]: sizes differ
                 --> a.flash:1:49
                  |
                1 | user User @relation(fields: [a, b], references: [id])
                  |      ----                   ------              ^^^^ one
                  |      |                      |
                  |      |                      two
                  |      of this
                  = note: a fact
                """);
    }

    @Test
    void anotherFileIsNamed() {
        SourceFile first = new SourceFile("a.flash", "model A {}");
        SourceFile second = new SourceFile("b.flash", "\nmodel A {}");
        Diagnostic diagnostic = Diagnostic.error("F2001", in(second, "A", 0, 1), "defined twice")
                .because(in(first, "A", 0, 1), "first here")
                .build();
        assertThat(plain.render(diagnostic)).isEqualTo("""
                error[F2001]: defined twice
                 --> b.flash:2:7
                  |
                2 | model A {}
                  |       ^
                 ::: a.flash:1
                  |
                1 | model A {}
                  |       - first here
                """);
    }

    @Test
    void tabsAndWideCharactersKeepTheMarkUnderItsText() {
        SourceFile file = new SourceFile("a.flash", "\t\"日本\" 😀 e\u0301 x Wrong");
        assertThat(plain.render(Diagnostic.error("F2003", in(file, "Wrong", 0, 5), "m")
                        .label("here")
                        .build()))
                .isEqualTo("""
                error[F2003]: m
                 --> a.flash:1:14
                  |
                1 |     "日本" 😀 e\u0301 x Wrong
                  |                   ^^^^^ here
                """);
    }

    @Test
    void whatATerminalWouldObeyIsSpelledOut() {
        SourceFile file = new SourceFile("a\u001b[2J.flash", "x \u001b[31m\u202e Wrong\r\n");
        String text = plain.render(Diagnostic.error("F2003", in(file, "Wrong", 0, 5), "no \u001b[0m `\u0007`")
                .label("\u009b")
                .build());
        assertThat(text).isEqualTo("""
                error[F2003]: no \\u{1b}[0m `\\u{7}`
                 --> a\\u{1b}[2J.flash:1:10
                  |
                1 | x \\u{1b}[31m\\u{202e} Wrong
                  |                      ^^^^^ \\u{9b}
                """);
    }

    @Test
    void aLongLineIsCutAroundTheMark() {
        SourceFile file = new SourceFile("a.flash", "a".repeat(500) + " Wrong " + "b".repeat(500));
        String text = new TerminalRenderer(false, 60)
                .render(Diagnostic.error("F2003", in(file, "Wrong", 0, 5), "m")
                        .label("here")
                        .build());
        assertThat(text.lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(62);
        String[] lines = text.split("\n", -1);
        assertThat(lines[3]).contains("…").contains("Wrong");
        assertThat(lines[4].indexOf('^')).isEqualTo(lines[3].indexOf("Wrong"));
    }

    @Test
    void anEmptySpanAndTheEndOfTheFileHaveAMark() {
        SourceFile file = new SourceFile("a.flash", "model A {\n");
        int end = file.text().length();
        assertThat(plain.render(Diagnostic.error("F1002", file.span(end, end), "never closed")
                        .build()))
                .isEqualTo("""
                error[F1002]: never closed
                 --> a.flash:2:1
                  |
                2 |
                  | ^
                """);
    }

    @Test
    void coloursAreAdditional() {
        SourceFile file = new SourceFile("a.flash", "model A {}");
        Diagnostic diagnostic = Diagnostic.error("F2001", in(file, "A", 0, 1), "m")
                .label("l")
                .help("h")
                .build();
        String colored = new TerminalRenderer(true).render(diagnostic);
        assertThat(colored).contains("\u001b[1;31m");
        assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.render(diagnostic));
    }

    @Property
    void noTextAndNoSpanBreakIt(@ForAll String text, @ForAll int a, @ForAll int b, @ForAll int c) {
        SourceFile file = new SourceFile("a.flash", text);
        Diagnostic diagnostic = Diagnostic.error("F2001", any(file, a, b), text)
                .label(text)
                .because(any(file, b, c), text)
                .because(any(file, a, c), "other")
                .build();
        String rendered = new TerminalRenderer(false, 50).render(diagnostic);
        assertThat(rendered).startsWith("error[F2001]").endsWith("\n");
        assertThat(rendered.chars().filter(ch -> ch != '\n' && Character.isISOControl(ch)))
                .isEmpty();
    }

    private static Span any(SourceFile file, int a, int b) {
        int length = file.text().length() + 1;
        int from = Math.floorMod(a, length);
        int to = Math.floorMod(b, length);
        return file.span(Math.min(from, to), Math.max(from, to));
    }

    private static Span in(SourceFile file, String context, int offset, int length) {
        int start = file.text().indexOf(context) + offset;
        return file.span(start, start + length);
    }
}
