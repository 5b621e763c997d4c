package dev.flashorm.schema.format;

import dev.flashorm.schema.syntax.SyntaxTokens;
import dev.flashorm.schema.syntax.TokenKind;
import java.util.List;

/**
 * A line of the language, which may run over several lines of text between brackets.
 *
 * @param content indexes of its tokens but white space
 * @param broken holds a syntax error, so its tokens may mean nothing
 */
record SourceLine(SyntaxTokens tokens, List<Integer> content, boolean broken) {
    boolean isBlank() {
        return content.isEmpty();
    }

    boolean startsWith(TokenKind kind) {
        return !content.isEmpty() && tokens.kind(content.get(0)) == kind;
    }

    boolean isComment() {
        for (int token : content) {
            if (!tokens.kind(token).isComment()) {
                return false;
            }
        }
        return !content.isEmpty();
    }

    /** The first token's position in {@link #content} of this kind outside of brackets, from a position on; or -1. */
    int find(TokenKind wanted, int from) {
        int depth = 0;
        for (int i = 0; i < content.size(); i++) {
            TokenKind kind = tokens.kind(content.get(i));
            if (kind == wanted && depth == 0 && i >= from) {
                return i;
            }
            if (kind == TokenKind.OPEN_PAREN || kind == TokenKind.OPEN_BRACKET) {
                depth++;
            } else if (kind == TokenKind.CLOSE_PAREN || kind == TokenKind.CLOSE_BRACKET) {
                depth--;
            }
        }
        return -1;
    }

    /** Where the comments at the line's end begin in {@link #content}; its size when there are none. */
    int trailingComments() {
        int i = content.size();
        while (i > 0 && tokens.kind(content.get(i - 1)).isComment()) {
            i--;
        }
        return i;
    }

    /** As written, from the first to the last token. */
    String verbatim() {
        StringBuilder text = new StringBuilder();
        for (int i = content.get(0); i <= content.get(content.size() - 1); i++) {
            text.append(tokens.text(i));
        }
        return text.toString();
    }
}
