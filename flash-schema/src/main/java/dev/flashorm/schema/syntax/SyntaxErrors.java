package dev.flashorm.schema.syntax;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.grammar.SchemaLexer;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ArgumentsContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ArrayContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.MemberContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ObjectContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.TypeContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** Words what the lexer, the layout and the parser found wrong. */
final class SyntaxErrors {
    private static final Set<String> CURLY_QUOTES = Set.of("“", "”", "„", "‟", "‘", "’", "‚", "«", "»");
    private static final Set<String> ATTRIBUTES =
            Set.of("id", "unique", "default", "relation", "map", "updatedAt", "ignore");

    private final SourceFile file;
    private final List<Diagnostic> diagnostics;
    private final Set<String> lostNames = new HashSet<>();

    SyntaxErrors(SourceFile file, List<Diagnostic> diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    void add(Diagnostic.Builder diagnostic) {
        diagnostics.add(diagnostic.build());
    }

    /** The names in text that was given up: what they stand for may be declared there. */
    Set<String> lostNames() {
        return lostNames;
    }

    /** Notes a name in text that is given up. */
    void lose(Token token) {
        if (token.getType() == SchemaLexer.IDENTIFIER) {
            lostNames.add(token.getText());
        }
    }

    void reportLayout(BlockLayout layout) {
        layout.bareHeads().forEach(this::bareHead);
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

    private void bareHead(BlockLayout.BareHead head) {
        int nameEnd = head.name().getStopIndex() + 1;
        if (head.brace().getType() == SchemaLexer.OPEN_BRACE) {
            int braceEnd = head.brace().getStopIndex() + 1;
            boolean together = file.text().substring(nameEnd, braceEnd - 1).isBlank();
            Diagnostic.Builder diagnostic = Diagnostic.error(
                            "F1017", span(head.brace()), "the `{` of a block stands on the line of its name")
                    .because(span(head.name()), "the name");
            String help = "put it behind `" + head.keyword().getText() + " "
                    + head.name().getText() + "`";
            add(
                    together
                            ? diagnostic.help(help, new TextEdit(file.span(nameEnd, braceEnd), " {"))
                            : diagnostic.help(help));
            return;
        }
        Span line = file.span(head.keyword().getStartIndex(), nameEnd);
        add(Diagnostic.error("F1017", line, "this block has no `{`")
                .label("`{` is missing behind the name")
                .because(span(head.brace()), "the block ends here")
                .help("write `" + line.text() + " {`", new TextEdit(file.span(nameEnd, nameEnd), " {")));
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
            unexpected(token, before, error);
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

    private void unexpected(Token token, @Nullable Token before, RecognitionException error) {
        Span span = span(token);
        String text = span.text();
        if (reportUnclosedComment(token)) {
            return;
        }
        Diagnostic.Builder diagnostic = Diagnostic.error("F1001", span, "unexpected `" + text + "`");
        List<Token> open = openBrackets(error.getCtx());
        boolean endsLine = ((TokenStream) error.getInputStream()).LA(2) == SchemaLexer.NEWLINE;
        if (text.equals(";") || (text.equals(",") && open.isEmpty() && endsLine)) {
            diagnostic.help("a line ends without `" + text + "`", new TextEdit(span, ""));
        } else if (text.equals("'")) {
            singleQuotes(diagnostic, span);
        } else if (CURLY_QUOTES.contains(text)) {
            diagnostic.help("strings stand in straight double quotes, `\"`");
        } else if (before != null && startsValue(token) && endsValue(before) && !open.isEmpty()) {
            missingSign(diagnostic, before, token, open.get(0));
        } else if (before != null
                && before.getType() == SchemaLexer.OPEN_PAREN
                && error.getCtx() instanceof TypeContext) {
            diagnostic.help(
                    "a type takes no arguments here; the type of the database is an attribute, like `@db.VarChar(20)`");
        } else if (ATTRIBUTES.contains(text) && error.getCtx() instanceof MemberContext) {
            diagnostic.help(
                    "an attribute begins with `@`: `@" + text + "`",
                    new TextEdit(file.span(span.start(), span.start()), "@"));
        } else if (before != null && text.equals("?") && error.getCtx() instanceof MemberContext) {
            diagnostic.help("the `?` stands behind the type: `" + before.getText() + " String?`");
        }
        add(diagnostic);
    }

    private void singleQuotes(Diagnostic.Builder diagnostic, Span quote) {
        String line = file.line(quote.position().line());
        int start = quote.start() - file.lineStart(quote.position().line());
        int end = line.indexOf('\'', start + 1);
        String inside = end < 0 ? "\\" : line.substring(start + 1, end);
        String help = "strings stand in double quotes";
        if (inside.indexOf('"') >= 0 || inside.indexOf('\\') >= 0) {
            diagnostic.help(help);
        } else {
            Span whole = file.span(quote.start(), quote.start() + inside.length() + 2);
            diagnostic.help(help, new TextEdit(whole, "\"" + inside + "\""));
        }
    }

    /** Between two values that nothing parts stands a comma, or behind the name of an argument a colon. */
    private void missingSign(Diagnostic.Builder diagnostic, Token before, Token token, Token bracket) {
        boolean argument = bracket.getType() == SchemaLexer.OPEN_PAREN
                && before.getType() == SchemaLexer.IDENTIFIER
                && token.getType() != SchemaLexer.IDENTIFIER;
        int gap = before.getStopIndex() + 1;
        diagnostic.help(
                argument ? "put a colon behind `" + before.getText() + "`" : "put a comma between the two",
                new TextEdit(file.span(gap, gap), argument ? ":" : ","));
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
