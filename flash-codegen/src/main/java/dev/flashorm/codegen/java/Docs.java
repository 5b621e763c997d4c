package dev.flashorm.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;

/** Documentation comments and long literals. */
final class Docs {
    private static final int WIDTH = 90;

    private Docs() {}

    /** The schema's own words, if there are any, else ours. */
    static CodeBlock of(Optional<String> documentation, String otherwise) {
        return CodeBlock.of("$L\n", documentation.map(Docs::escape).orElse(otherwise));
    }

    /** Ours, then the schema's own words in a paragraph, if there are any. */
    static CodeBlock with(String ours, Optional<String> documentation) {
        return documentation
                .map(text -> CodeBlock.of("$L\n\n<p>$L\n", ours, escape(text)))
                .orElseGet(() -> CodeBlock.of("$L\n", ours));
    }

    /** Text that must not end the comment, nor be taken for a tag. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append("&#64;");
                // A slash ends a comment after an asterisk, and a backslash begins an escape anywhere.
                case '/' -> escaped.append(i > 0 && text.charAt(i - 1) == '*' ? "&#47;" : "/");
                case '*' -> escaped.append(i + 1 < text.length() && text.charAt(i + 1) == '/' ? "&#42;" : "*");
                case '\\' -> escaped.append("&#92;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString().strip();
    }

    /** A string, over several lines when it is long: breaks come after spaces. */
    static CodeBlock literal(String text) {
        CodeBlock.Builder code = CodeBlock.builder().add("$>$>");
        int from = 0;
        while (text.length() - from > WIDTH) {
            int space = text.lastIndexOf(' ', from + WIDTH);
            if (space <= from) {
                space = text.indexOf(' ', from + WIDTH);
            }
            if (space < 0) {
                break;
            }
            code.add("$S\n+ ", text.substring(from, space + 1));
            from = space + 1;
        }
        return code.add("$S$<$<", text.substring(from)).build();
    }
}
