package dev.flashorm.migrate.introspect.mysql;

/** Expressions as the information schema prints them. */
final class ExpressionText {
    private ExpressionText() {}

    /**
     * What a person would have written. MySQL escapes the quotes of an expression once more (`_utf8mb4\'a\'`) and says
     * the character set of every string; utf8mb4 is what a string has anyway.
     */
    static String plain(Server server, String printed) {
        return withoutIntroducers(server == Server.MYSQL ? unescaped(printed) : printed);
    }

    private static String unescaped(String printed) {
        StringBuilder out = new StringBuilder(printed.length());
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c == '\\' && i + 1 < printed.length()) {
                char next = printed.charAt(++i);
                if (next == '\'' || next == '\\' || next == '"') {
                    out.append(next);
                } else {
                    out.append(c).append(next);
                }
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String withoutIntroducers(String sql) {
        StringBuilder out = new StringBuilder(sql.length());
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\'' || c == '`') {
                int end = endOfQuoted(sql, i);
                out.append(sql, i, end);
                i = end;
            } else if (sql.startsWith("_utf8mb4'", i) && !continuesWord(out)) {
                i += "_utf8mb4".length();
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    private static boolean continuesWord(StringBuilder before) {
        return !before.isEmpty() && Character.isLetterOrDigit(before.charAt(before.length() - 1));
    }

    /** The index after the closing quote; a doubled or escaped one stays inside. */
    static int endOfQuoted(String text, int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote == '\'') {
                i++;
            } else if (c == quote) {
                if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return text.length();
    }

    /** Whether the text is one string literal. */
    static boolean isString(String sql) {
        return sql.length() >= 2 && sql.charAt(0) == '\'' && endOfQuoted(sql, 0) == sql.length();
    }

    /** What a string literal stands for, by the escapes of section 11.1.1 of the manual. */
    static String valueOf(String literal) {
        StringBuilder out = new StringBuilder(literal.length());
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == '\'') {
                i++;
                out.append(c);
            } else if (c == '\\') {
                out.append(escaped(literal.charAt(++i)));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\u001A';
            default -> c;
        };
    }
}
