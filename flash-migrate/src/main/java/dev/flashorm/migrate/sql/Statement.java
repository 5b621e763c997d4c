package dev.flashorm.migrate.sql;

import dev.flashorm.schema.source.Span;
import java.util.List;

/**
 * One statement of a file.
 *
 * @param span from its first token to its last, the terminator and the comments around it left out
 * @param head its first words and names, at most {@link #HEAD}: enough to say what kind of statement it is
 * @param alone whether the comment {@link #ALONE} stands above it: not to be run in a transaction
 * @param checksum SHA-256 of its tokens, in hexadecimal: comments, blanks and line ends don't count
 */
public record Statement(Span span, List<Token> head, boolean alone, String checksum) {
    /** The comment line that keeps the statement below it out of a transaction. */
    public static final String ALONE = "-- flash: no transaction";

    static final int HEAD = 8;

    public Statement {
        head = List.copyOf(head);
    }

    /** What is sent to the server. */
    public String text() {
        return span.text();
    }

    /** Whether it begins with these words, in any case. */
    public boolean startsWith(String... words) {
        if (head.size() < words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!head.get(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** The first line, shortened to be shown. */
    public String summary() {
        String text = span.file().text();
        int end = Math.min(span.end(), span.start() + 80);
        int line = span.start();
        while (line < end && text.charAt(line) != '\n' && text.charAt(line) != '\r') {
            line++;
        }
        return text.substring(span.start(), line).stripTrailing() + (line < span.end() ? " …" : "");
    }
}
