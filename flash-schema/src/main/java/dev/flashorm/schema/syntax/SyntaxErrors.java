package dev.flashorm.schema.syntax;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.grammar.SchemaLexer;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ArgumentsContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ArrayContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ObjectContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

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
        Token before = ((TokenStream) error.getInputStream()).LT(-1);
        boolean atEnd = token.getType() == SchemaLexer.NEWLINE || token.getType() == Token.EOF;
        if (token.getType() == SchemaLexer.UNCLOSED_STRING) {
            add(Diagnostic.error("F1002", span(token), "this string has no closing quote")
                    .help("end it with `\"` on the same line"));
            return;
        }
        List<Token> open = openBrackets(error.getCtx());
        if (!open.isEmpty() && (atEnd || closes(token))) {
            unclosedBrackets(open, token, atEnd);
        } else if (atEnd) {
            lineEnd(before, token);
        } else {
            unexpected(token, before, !open.isEmpty());
        }
    }

    /** The brackets around a place, innermost first. */
    private static List<Token> openBrackets(@Nullable RuleContext place) {
        List<Token> open = new ArrayList<>();
        for (RuleContext rule = place; rule != null; rule = rule.parent) {
            if (rule instanceof ArgumentsContext || rule instanceof ArrayContext || rule instanceof ObjectContext) {
                open.add(((ParserRuleContext) rule).getStart());
            }
        }
        return open;
    }

    private static boolean closes(Token token) {
        return switch (token.getType()) {
            case SchemaLexer.CLOSE_PAREN, SchemaLexer.CLOSE_BRACKET, SchemaLexer.CLOSE_BRACE -> true;
            default -> false;
        };
    }

    private void unclosedBrackets(List<Token> open, Token found, boolean atEnd) {
        Token innermost = open.get(0);
        StringBuilder missing = new StringBuilder();
        for (Token bracket : atEnd ? open : open.subList(0, 1)) {
            missing.append(
                    switch (bracket.getType()) {
                        case SchemaLexer.OPEN_PAREN -> ')';
                        case SchemaLexer.OPEN_BRACKET -> ']';
                        default -> '}';
                    });
        }
        int end = atEnd ? visibleEnd(found.getStartIndex()) : found.getStartIndex();
        Diagnostic.Builder diagnostic = Diagnostic.error(
                "F1011", span(innermost), "this `" + span(innermost).text() + "` is never closed");
        if (!atEnd) {
            diagnostic.because(span(found), "closes something else");
        }
        add(diagnostic.help("close it with `" + missing + "`", new TextEdit(file.span(end, end), missing.toString())));
    }

    /** Back over white space, so that what is added stands right behind the last word. */
    private int visibleEnd(int offset) {
        int end = Math.min(offset, file.text().length());
        while (end > 0 && (file.text().charAt(end - 1) == ' ' || file.text().charAt(end - 1) == '\t')) {
            end--;
        }
        return end;
    }

    private void lineEnd(@Nullable Token before, Token end) {
        Span where = before == null ? span(end) : span(before);
        int last = before == null ? Token.EOF : before.getType();
        String message = switch (last) {
            case SchemaLexer.AT, SchemaLexer.BLOCK_AT -> "an attribute needs a name behind `" + where.text() + "`";
            case SchemaLexer.DOT -> "a name is missing behind `.`";
            default -> "the line ends too early";
        };
        add(Diagnostic.error("F1001", where, message));
    }

    private void unexpected(Token token, @Nullable Token before, boolean inBrackets) {
        Span span = span(token);
        String text = span.text();
        if (reportUnclosedComment(token)) {
            return;
        }
        Diagnostic.Builder diagnostic = Diagnostic.error("F1001", span, "unexpected `" + text + "`");
        if (text.equals(";")) {
            diagnostic.help("a line ends without `;`", new TextEdit(span, ""));
        } else if (text.equals("'")) {
            diagnostic.help("strings stand in double quotes");
        } else if (inBrackets && before != null && startsValue(token) && endsValue(before)) {
            int gap = before.getStopIndex() + 1;
            diagnostic.help("put a comma between the two", new TextEdit(file.span(gap, gap), ","));
        }
        add(diagnostic);
    }

    /** Reports a block comment that begins here and never ends, if so: one with an end is a token of its own. */
    boolean reportUnclosedComment(Token token) {
        int start = token.getStartIndex();
        if (token.getType() != SchemaLexer.UNKNOWN || !file.text().startsWith("/*", start)) {
            return false;
        }
        add(Diagnostic.error("F1015", file.span(start, start + 2), "this comment is never closed")
                .help("end it with `*/`, or begin each line of it with `//`"));
        return true;
    }

    private static boolean startsValue(Token token) {
        return switch (token.getType()) {
            case SchemaLexer.IDENTIFIER, SchemaLexer.STRING, SchemaLexer.NUMBER, SchemaLexer.OPEN_BRACKET -> true;
            default -> false;
        };
    }

    private static boolean endsValue(Token token) {
        return switch (token.getType()) {
            case SchemaLexer.IDENTIFIER,
                    SchemaLexer.STRING,
                    SchemaLexer.NUMBER,
                    SchemaLexer.CLOSE_BRACKET,
                    SchemaLexer.CLOSE_PAREN -> true;
            default -> false;
        };
    }

    /** The place of a token. */
    Span span(Token token) {
        return file.span(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
    }
}
