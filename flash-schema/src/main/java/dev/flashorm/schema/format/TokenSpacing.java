package dev.flashorm.schema.format;

import dev.flashorm.schema.syntax.SyntaxTokens;
import dev.flashorm.schema.syntax.TokenKind;

/** Writes a run of tokens with the spaces that belong between them; line breaks between brackets stay. */
final class TokenSpacing {
    private static final String INDENT = "  ";

    private TokenSpacing() {}

    static String print(SourceLine line, int from, int to) {
        SyntaxTokens tokens = line.tokens();
        StringBuilder out = new StringBuilder();
        TokenKind before = null;
        BracketIndent indent = new BracketIndent();
        for (int i = from; i < to; i++) {
            int token = line.content().get(i);
            TokenKind kind = tokens.kind(token);
            if (kind == TokenKind.LINE_BREAK) {
                before = kind;
                continue;
            }
            if (before == TokenKind.LINE_BREAK) {
                out.append('\n').append(INDENT.repeat(indent.startLine(closes(kind))));
            } else if (before != null && isSpaced(before, kind)) {
                out.append(' ');
            }
            if (closes(kind)) {
                indent.close();
            } else if (opens(kind)) {
                indent.open();
            }
            out.append(tokens.text(token));
            before = kind;
        }
        return out.toString();
    }

    private static boolean opens(TokenKind kind) {
        return kind == TokenKind.OPEN_PAREN || kind == TokenKind.OPEN_BRACKET || kind == TokenKind.OPEN_BRACE;
    }

    private static boolean closes(TokenKind kind) {
        return kind == TokenKind.CLOSE_PAREN || kind == TokenKind.CLOSE_BRACKET || kind == TokenKind.CLOSE_BRACE;
    }

    private static boolean isSpaced(TokenKind before, TokenKind next) {
        if (before.isComment() || next.isComment() || before == TokenKind.COLON) {
            return true;
        }
        switch (before) {
            case OPEN_PAREN, OPEN_BRACKET, AT, BLOCK_AT, DOT -> {
                return false;
            }
            case COMMA, EQUALS -> {
                return next != TokenKind.CLOSE_PAREN && next != TokenKind.CLOSE_BRACKET;
            }
            default -> {}
        }
        return switch (next) {
            case COMMA, COLON, DOT, QUESTION, BANG, OPEN_PAREN, CLOSE_PAREN, OPEN_BRACKET, CLOSE_BRACKET -> false;
            default -> true;
        };
    }
}
