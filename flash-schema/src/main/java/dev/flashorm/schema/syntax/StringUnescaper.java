package dev.flashorm.schema.syntax;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import org.antlr.v4.runtime.Token;

/** Turns a string as written into its text: the escapes are those of JSON. */
final class StringUnescaper {
    private final SourceFile file;
    private final SyntaxErrors errors;

    StringUnescaper(SourceFile file, SyntaxErrors errors) {
        this.file = file;
        this.errors = errors;
    }

    /** The text between the quotes; a bad escape is reported and kept as it stands. */
    String unescape(Token token) {
        int start = token.getStartIndex() + 1;
        int end = token.getStopIndex();
        String text = file.text();
        if (!hasEscape(text, start, end)) {
            return text.substring(start, end);
        }
        StringBuilder result = new StringBuilder(end - start);
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c != '\\') {
                result.append(c);
                i++;
                continue;
            }
            char kind = text.charAt(i + 1);
            int plain = "\"\\/nrtbf".indexOf(kind);
            if (plain >= 0) {
                result.append("\"\\/\n\r\t\b\f".charAt(plain));
                i += 2;
            } else if (kind == 'u' && isHex(text, i + 2, end)) {
                result.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 6;
            } else {
                int width = Character.isHighSurrogate(kind) && i + 2 < end ? 3 : 2;
                errors.add(Diagnostic.error("F1009", file.span(i, i + width), "unknown escape in a string")
                        .help("write a backslash as `\\\\`")
                        .note("the escapes are `\\\"` `\\\\` `\\/` `\\n` `\\r` `\\t` `\\b` `\\f` and `\\u0000`"));
                result.append(text, i, i + width);
                i += width;
            }
        }
        return result.toString();
    }

    /** Looks no further than the string: a search to the end of the file for each string takes quadratic time. */
    private static boolean hasEscape(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\\') {
                return true;
            }
        }
        return false;
    }

    private static boolean isHex(String text, int from, int end) {
        if (from + 4 > end) {
            return false;
        }
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
