package dev.flashorm.schema.syntax;

import dev.flashorm.schema.syntax.grammar.SchemaLexer;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * Gives a bad line up where it goes wrong and starts again with the next one. Nothing is inserted, nothing skipped
 * within a line: guesses about one line must not reach another.
 */
final class LineRecovery extends DefaultErrorStrategy {
    private final SyntaxErrors errors;

    LineRecovery(SyntaxErrors errors) {
        this.errors = errors;
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            errors.report(error);
        }
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
        // Past the parser, which would put each token into the tree as if it belonged there.
        TokenStream tokens = parser.getInputStream();
        int next = tokens.LA(1);
        while (next != SchemaLexer.NEWLINE && next != Token.EOF) {
            errors.lose(tokens.LT(1));
            tokens.consume();
            next = tokens.LA(1);
        }
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void sync(Parser parser) {}
}
