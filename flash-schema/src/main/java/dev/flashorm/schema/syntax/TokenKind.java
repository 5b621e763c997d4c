package dev.flashorm.schema.syntax;

/** What a token is. The order is the lexer's; a test holds the two together. */
public enum TokenKind {
    WHITE_SPACE,
    /** The end of a line of the language. */
    NEWLINE,
    DOCUMENTATION,
    LINE_COMMENT,
    BLOCK_COMMENT,
    STRING,
    UNCLOSED_STRING,
    NUMBER,
    IDENTIFIER,
    OPEN_BRACE,
    CLOSE_BRACE,
    OPEN_PAREN,
    CLOSE_PAREN,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    COMMA,
    COLON,
    EQUALS,
    QUESTION,
    BANG,
    BLOCK_AT,
    AT,
    DOT,
    UNKNOWN,
    /** A line break between brackets, which is white space. Told apart from NEWLINE after the lexer. */
    LINE_BREAK;

    private static final TokenKind[] BY_TYPE = values();

    /** Of a token type of the lexer, which counts from one. */
    static TokenKind ofType(int type) {
        return BY_TYPE[type - 1];
    }

    public boolean isComment() {
        return this == DOCUMENTATION || this == LINE_COMMENT || this == BLOCK_COMMENT;
    }
}
