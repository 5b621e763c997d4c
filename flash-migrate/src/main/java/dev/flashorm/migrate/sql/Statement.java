package dev.flashorm.migrate.sql;

import dev.flashorm.schema.source.Span;
import java.util.List;

/**
 * One statement of a file.
 *
 * @param span from its first token to its last, the terminator and the comments around it left out
 * @param head its first words and names, at most {@link #HEAD}: enough to say what kind of statement it is
 * @param directives the comment lines for Flash above it
 * @param checksum SHA-256 of its tokens, in hexadecimal: comments, blanks and line ends don't count
 */
public record Statement(Span span, List<Token> head, List<Directive> directives, String checksum) {
    static final int HEAD = 8;

    public Statement {
        head = List.copyOf(head);
        directives = List.copyOf(directives);
    }

    /** Whether it is not to be run in a transaction. */
    public boolean alone() {
        return directives.stream().anyMatch(directive -> directive.text().equals(Directive.NO_TRANSACTION));
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
