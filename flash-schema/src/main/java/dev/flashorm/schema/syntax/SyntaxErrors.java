package dev.flashorm.schema.syntax;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.grammar.SchemaLexer;
import java.util.List;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Words what the lexer, the layout and the parser found wrong. */
final class SyntaxErrors {
    private final SourceFile file;
    private final List<Diagnostic> diagnostics;

    SyntaxErrors(SourceFile file, List<Diagnostic> diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    void add(Diagnostic.Builder diagnostic) {
        diagnostics.add(diagnostic.build());
    }

    void reportLayout(BlockLayout layout) {
        for (Token brace : layout.unclosedBlocks()) {
            add(Diagnostic.error("F1003", span(brace), "this block is never closed")
                    .label("no `}` for this `{`")
                    .help("end the block with a line that holds only `}`"));
        }
        for (Token bracket : layout.tooDeep()) {
            add(Diagnostic.error(
                    "F1010", span(bracket), "brackets are nested deeper than " + BlockLayout.MAX_DEPTH + " levels"));
        }
    }

    void report(RecognitionException error) {
        Token token = error.getOffendingToken();
        if (token.getType() == SchemaLexer.UNCLOSED_STRING) {
            add(Diagnostic.error("F1002", span(token), "this string has no closing quote")
                    .help("end it with `\"` on the same line"));
        } else if (token.getType() == SchemaLexer.NEWLINE || token.getType() == Token.EOF) {
            add(Diagnostic.error(
                    "F1001", file.span(token.getStartIndex(), token.getStartIndex()), "the line ends too early"));
        } else {
            add(Diagnostic.error(
                    "F1001", span(token), "unexpected `" + span(token).text() + "`"));
        }
    }

    /** The place of a token. */
    Span span(Token token) {
        return file.span(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
    }
}
