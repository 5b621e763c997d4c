package dev.flashorm.migrate.introspect.sqlite;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a statement as SQLite reads them (tokenize.c's classes), without comments. */
final class SqlTokens {
    private SqlTokens() {}

    /**
     * One token.
     *
     * @param start its first character in the statement
     * @param end the index after its last character
     */
    record Token(Kind kind, String text, int start, int end) {
        /** An unquoted word, in whatever case. */
        boolean is(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        boolean isSymbol(char symbol) {
            return kind == Kind.SYMBOL && text.charAt(0) == symbol;
        }

        /** A name without its quotes. */
        String name() {
            if (kind != Kind.QUOTED) {
                return text;
            }
            char close = text.charAt(text.length() - 1);
            String inside = text.substring(1, text.length() - 1);
            return close == ']' ? inside : inside.replace("" + close + close, "" + close);
        }
    }

    /** What a token is. */
    enum Kind {
        /** A keyword, a name or a number. */
        WORD,
        /** A name or string in any of the four kinds of quotes. */
        QUOTED,
        /** Any other character. */
        SYMBOL
    }

    static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            int start = i;
            if (Character.isWhitespace(c)) {
                i++;
            } else if (sql.startsWith("--", i)) {
                int end = sql.indexOf('\n', i);
                i = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", i)) {
                int end = sql.indexOf("*/", i + 2);
                i = end < 0 ? sql.length() : end + 2;
            } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
                i = endOfQuoted(sql, i);
                tokens.add(new Token(Kind.QUOTED, sql.substring(start, i), start, i));
            } else if (isWord(c)) {
                while (i < sql.length() && isWord(sql.charAt(i))) {
                    i++;
                }
                tokens.add(new Token(Kind.WORD, sql.substring(start, i), start, i));
            } else {
                i++;
                tokens.add(new Token(Kind.SYMBOL, String.valueOf(c), start, i));
            }
        }
        return tokens;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }

    private static int endOfQuoted(String sql, int start) {
        char close = sql.charAt(start) == '[' ? ']' : sql.charAt(start);
        for (int i = start + 1; i < sql.length(); i++) {
            if (sql.charAt(i) == close) {
                if (close != ']' && i + 1 < sql.length() && sql.charAt(i + 1) == close) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }
}
