package dev.flashorm.migrate.physical;

import java.util.Locale;

/** One spelling for all spellings of an expression that differ in layout only. */
final class SqlSpelling {
    private SqlSpelling() {}

    static String of(String sql) {
        return compact(withoutOuterParentheses(sql.strip()));
    }

    /** `((a) + (b))` becomes `(a) + (b)`; `(a) + (b)` stays. */
    static String withoutOuterParentheses(String sql) {
        String text = sql;
        while (text.startsWith("(") && closing(text, 0) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    /** The index of the parenthesis that closes the one at `open`; -1 when none does. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isQuote(c)) {
                i = endOfQuoted(text, i) - 1;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String compact(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                space = true;
                continue;
            }
            if (space && !out.isEmpty() && isWord(out.charAt(out.length() - 1)) && isWord(c)) {
                out.append(' ');
            }
            space = false;
            if (isQuote(c)) {
                int end = endOfQuoted(text, i);
                out.append(text, i, end);
                i = end - 1;
            } else {
                out.append(c);
            }
        }
        return lowerOutsideQuotes(out);
    }

    private static String lowerOutsideQuotes(StringBuilder text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isQuote(c)) {
                int end = endOfQuoted(text, i);
                out.append(text, i, end);
                i = end - 1;
            } else {
                out.append(String.valueOf(c).toLowerCase(Locale.ROOT));
            }
        }
        return out.toString();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || isQuote(c);
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"' || c == '`';
    }

    /** The index after the closing quote; a doubled quote stays inside. */
    static int endOfQuoted(CharSequence text, int start) {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < text.length()) {
            if (text.charAt(i) == quote) {
                if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i += 2;
                    continue;
                }
                return i + 1;
            }
            i++;
        }
        return text.length();
    }
}
