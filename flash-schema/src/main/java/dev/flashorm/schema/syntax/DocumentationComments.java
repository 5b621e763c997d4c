package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.grammar.SchemaLexer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Finds the comments that document the first word of a line: `///` and block comments above it, and a `///` behind it.
 * Takes the tokens of a file in order.
 */
final class DocumentationComments {
    private record Comment(String text, boolean detached) {}

    private final SourceFile file;
    private final Map<Integer, Comment> above = new HashMap<>();
    private final Map<Integer, String> behind = new HashMap<>();
    private StringBuilder pending = new StringBuilder();
    private boolean hasPending;
    private boolean blankLineSince;
    private boolean lineIsBlank = true;
    private int lineFirst = -1;

    DocumentationComments(SourceFile file) {
        this.file = file;
    }

    void accept(Token token) {
        switch (token.getType()) {
            case SchemaLexer.NEWLINE -> {
                blankLineSince |= lineIsBlank;
                lineIsBlank = true;
                lineFirst = -1;
            }
            case SchemaLexer.WHITE_SPACE, Token.EOF -> {}
            case SchemaLexer.LINE_COMMENT -> lineIsBlank = false;
            case SchemaLexer.DOCUMENTATION ->
                comment(file.text()
                        .substring(token.getStartIndex() + 3, token.getStopIndex() + 1)
                        .strip());
            case SchemaLexer.BLOCK_COMMENT -> blockComment(token);
            default -> word(token);
        }
    }

    /** A comment of several lines documents what is below it; behind something it is only a remark. */
    private void blockComment(Token token) {
        if (lineFirst < 0) {
            comment(withoutDecoration(file.text().substring(token.getStartIndex() + 2, token.getStopIndex() - 1)));
        }
    }

    /** The lines without indent and without the asterisk that many begin with. */
    private static String withoutDecoration(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).strip();
            plain.append(line.startsWith("*") ? line.substring(1).strip() : line)
                    .append('\n');
            start = end + 1;
        }
        return plain.toString().strip();
    }

    private void comment(String text) {
        lineIsBlank = false;
        if (lineFirst >= 0) {
            behind.put(lineFirst, text);
            return;
        }
        if (blankLineSince) {
            pending = new StringBuilder();
            hasPending = false;
        }
        if (hasPending) {
            pending.append('\n');
        }
        pending.append(text);
        hasPending = true;
        blankLineSince = false;
    }

    private void word(Token token) {
        lineIsBlank = false;
        if (lineFirst >= 0) {
            return;
        }
        lineFirst = token.getStartIndex();
        if (hasPending) {
            above.put(lineFirst, new Comment(pending.toString(), blankLineSince));
            pending = new StringBuilder();
            hasPending = false;
        }
        blankLineSince = false;
    }

    /** Of a block that begins with this token: a blank line cuts the comment off. */
    Optional<String> ofBlock(Token first) {
        Comment comment = above.get(first.getStartIndex());
        return comment == null || comment.detached() ? Optional.empty() : Optional.of(comment.text());
    }

    /** Of a line in a block that begins with this token. */
    Optional<String> ofLine(Token first) {
        Comment before = above.get(first.getStartIndex());
        String after = behind.get(first.getStartIndex());
        if (before == null) {
            return Optional.ofNullable(after);
        }
        return Optional.of(after == null ? before.text() : before.text() + "\n" + after);
    }
}
