package dev.flashorm.migrate.sql;

import dev.flashorm.migrate.sql.Lexicon.Feature;
import dev.flashorm.migrate.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts SQL into tokens, comments and blanks left out; linear in the length of the text. */
final class SqlLexer {
    private final String text;
    private final Lexicon lexicon;
    private int position;
    private String delimiter = ";";
    private final List<int[]> directives = new ArrayList<>();

    SqlLexer(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        position = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** A piece of text that begins and never ends; the offset is where it begins. */
    static final class UnterminatedException extends Exception {
        private static final long serialVersionUID = 1L;

        final int offset;
        final String what;

        UnterminatedException(int offset, String what) {
            super(what);
            this.offset = offset;
            this.what = what;
        }
    }

    int position() {
        return position;
    }

    void delimiter(String text) {
        delimiter = text;
    }

    String delimiter() {
        return delimiter;
    }

    /** The start and end of each comment line for Flash that was skipped since the last call. */
    List<int[]> takeDirectives() {
        List<int[]> taken = List.copyOf(directives);
        directives.clear();
        return taken;
    }

    /** Goes behind the terminator, if one stands here. */
    boolean takeDelimiter() {
        if (text.startsWith(delimiter, position)) {
            position += delimiter.length();
            return true;
        }
        return false;
    }

    /** The rest of the line, which is left behind. */
    String takeLine() {
        int end = position;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        String line = text.substring(position, end);
        position = end;
        return line;
    }

    /** Goes to the next token; false at the end of the text. */
    boolean skipBlanks() throws UnterminatedException {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (isBlank(c)) {
                position++;
            } else if ((c == '-' && isDashComment())
                    || (c == '/' && at(position + 1) == '/' && lexicon.has(Feature.SLASH_COMMENTS))
                    || (c == '#' && lexicon.has(Feature.HASH_COMMENTS))) {
                skipLine();
            } else if (c == '/' && at(position + 1) == '*' && !isExecutable()) {
                skipComment();
            } else {
                return true;
            }
        }
        return false;
    }

    /** The token at the position; to be called after {@link #skipBlanks()} was true. */
    Token next() throws UnterminatedException {
        int start = position;
        char c = text.charAt(start);
        Kind kind;
        if (isWordPart(c)) {
            kind = wordOrString(start);
        } else if (c == '\'') {
            quoted(start, c, lexicon.has(Feature.BACKSLASH_ESCAPES), "a string");
            kind = Kind.STRING;
        } else if (c == '"') {
            // On MySQL a string unless ANSI_QUOTES is set: the escapes decide where it ends, not what it is.
            quoted(start, c, lexicon.has(Feature.BACKSLASH_ESCAPES), "a double-quoted name");
            kind = Kind.QUOTED;
        } else if (c == '`' && lexicon.has(Feature.BACKTICKS)) {
            quoted(start, c, false, "a name in backticks");
            kind = Kind.QUOTED;
        } else if (c == '[' && lexicon.has(Feature.BRACKETS)) {
            position = find("]", start + 1, start, "a name in brackets");
            kind = Kind.QUOTED;
        } else if (c == '$' && lexicon.has(Feature.DOLLAR_QUOTES) && dollarTagEnd(start) > 0) {
            int tagEnd = dollarTagEnd(start);
            position = find(text.substring(start, tagEnd), tagEnd, start, "a dollar-quoted string");
            kind = Kind.STRING;
        } else if (c == '/' && at(start + 1) == '*') {
            skipExecutable();
            kind = Kind.EXECUTABLE;
        } else {
            position++;
            kind = Kind.SYMBOL;
        }
        return new Token(kind, text, start, position);
    }

    private Kind wordOrString(int start) throws UnterminatedException {
        boolean ownDelimiter = !";".equals(delimiter);
        int end = start + 1;
        while (end < text.length()
                && (isWordPart(text.charAt(end)) || text.charAt(end) == '$')
                && !(ownDelimiter && text.startsWith(delimiter, end))) {
            end++;
        }
        boolean escape = lexicon.has(Feature.ESCAPE_STRINGS)
                && end == start + 1
                && (text.charAt(start) == 'E' || text.charAt(start) == 'e')
                && at(end) == '\'';
        position = end;
        if (!escape) {
            return Kind.WORD;
        }
        quoted(end, '\'', true, "a string");
        // Parts on following lines belong to the same constant, and keep its escapes (PostgreSQL 4.1.2.1).
        for (int part = continuation(); part > 0; part = continuation()) {
            quoted(part, '\'', true, "a string");
        }
        return Kind.STRING;
    }

    private int continuation() {
        boolean newline = false;
        int i = position;
        while (i < text.length() && isBlank(text.charAt(i))) {
            newline |= text.charAt(i) == '\n' || text.charAt(i) == '\r';
            i++;
        }
        return newline && at(i) == '\'' ? i : -1;
    }

    /** Sets the position behind the closing quote; a doubled quote stands for itself. */
    private void quoted(int open, char quote, boolean backslash, String what) throws UnterminatedException {
        int i = open + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && backslash) {
                i += 2;
            } else if (c != quote) {
                i++;
            } else if (at(i + 1) == quote) {
                i += 2;
            } else {
                position = i + 1;
                return;
            }
        }
        throw new UnterminatedException(open, what);
    }

    private int find(String close, int from, int open, String what) throws UnterminatedException {
        int found = text.indexOf(close, from);
        if (found < 0) {
            throw new UnterminatedException(open, what);
        }
        return found + close.length();
    }

    /** The offset behind `$tag$`, or -1 where none begins. */
    private int dollarTagEnd(int start) {
        int i = start + 1;
        while (i < text.length() && isWordPart(text.charAt(i))) {
            if (i == start + 1 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return -1;
            }
            i++;
        }
        return at(i) == '$' ? i + 1 : -1;
    }

    private boolean isDashComment() {
        if (at(position + 1) != '-' || lexicon.has(Feature.SLASH_COMMENTS)) {
            return false;
        }
        char after = at(position + 2);
        return !lexicon.has(Feature.DASH_COMMENTS_NEED_BLANK) || after <= ' ';
    }

    private boolean isExecutable() {
        return lexicon.has(Feature.EXECUTABLE_COMMENTS)
                && (at(position + 2) == '!' || (at(position + 2) == 'M' && at(position + 3) == '!'));
    }

    private void skipLine() {
        int start = position;
        while (position < text.length() && text.charAt(position) != '\n') {
            position++;
        }
        if (text.startsWith(Directive.PREFIX, start)) {
            directives.add(new int[] {start, position});
        }
    }

    private void skipComment() throws UnterminatedException {
        int open = position;
        if (!lexicon.has(Feature.NESTED_COMMENTS)) {
            position = find("*/", open + 2, open, "a comment");
            return;
        }
        int depth = 1;
        int i = open + 2;
        while (depth > 0) {
            if (i + 1 >= text.length()) {
                throw new UnterminatedException(open, "a comment");
            }
            if (text.charAt(i) == '*' && text.charAt(i + 1) == '/') {
                depth--;
                i += 2;
            } else if (text.charAt(i) == '/' && text.charAt(i + 1) == '*') {
                depth++;
                i += 2;
            } else {
                i++;
            }
        }
        position = i;
    }

    /** An executable comment ends at the first closing mark that is not inside of a string. */
    private void skipExecutable() throws UnterminatedException {
        int open = position;
        int i = open + 3;
        while (i + 1 < text.length()) {
            char c = text.charAt(i);
            if (c == '*' && text.charAt(i + 1) == '/') {
                position = i + 2;
                return;
            }
            if (c == '\'' || c == '"' || c == '`') {
                quoted(i, c, c != '`', "a string");
                i = position;
            } else {
                i++;
            }
        }
        throw new UnterminatedException(open, "a comment");
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u000B';
    }

    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c >= 0x80;
    }
}
