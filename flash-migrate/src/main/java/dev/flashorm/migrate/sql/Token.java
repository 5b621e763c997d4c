package dev.flashorm.migrate.sql;

/**
 * A token by its place in the text.
 *
 * @param source the whole text
 * @param start UTF-16 offset, inclusive
 * @param end UTF-16 offset, exclusive
 */
public record Token(Kind kind, String source, int start, int end) {
    /** What a token is, as far as cutting statements needs it. */
    public enum Kind {
        /** A keyword, a bare identifier or a number. */
        WORD,
        /** A string constant, quotes included. */
        STRING,
        /** An identifier with its quotes. */
        QUOTED,
        /** A single character of punctuation. */
        SYMBOL,
        /** An executable comment: SQL that only some servers run. */
        EXECUTABLE
    }

    public boolean is(String word) {
        return kind == Kind.WORD
                && end - start == word.length()
                && source.regionMatches(true, start, word, 0, end - start);
    }

    public boolean is(char symbol) {
        return kind == Kind.SYMBOL && source.charAt(start) == symbol;
    }

    public String text() {
        return source.substring(start, end);
    }

    /** What an identifier names: without its quotes, doubled quotes made single; a bare word is left as written. */
    public String name() {
        if (kind != Kind.QUOTED) {
            return text();
        }
        char open = source.charAt(start);
        String close = open == '[' ? "]" : String.valueOf(open);
        return source.substring(start + 1, end - 1).replace(close + close, close);
    }
}
