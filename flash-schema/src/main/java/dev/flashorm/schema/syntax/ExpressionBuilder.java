package dev.flashorm.schema.syntax;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.grammar.SchemaLexer;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ArgumentContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ArgumentsContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ArrayContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.AttributeContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.BlockAttributeContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.EntryContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ExpressionContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.ObjectContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.PathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Makes values, arguments and attributes of what the parser saw. What the parser gave up on is left out. */
final class ExpressionBuilder {
    private final SourceFile file;
    private final SyntaxErrors errors;
    private final StringUnescaper strings;

    ExpressionBuilder(SourceFile file, SyntaxErrors errors) {
        this.file = file;
        this.errors = errors;
        strings = new StringUnescaper(file, errors);
    }

    /** Empty when the attribute was given up. */
    Optional<Attribute> attribute(AttributeContext context) {
        return context.exception == null && context.path() != null
                ? attribute(context, context.path(), context.arguments())
                : Optional.empty();
    }

    Optional<Attribute> attribute(BlockAttributeContext context) {
        return context.exception == null && context.path() != null
                ? attribute(context, context.path(), context.arguments())
                : Optional.empty();
    }

    private Optional<Attribute> attribute(
            ParserRuleContext context, PathContext path, @Nullable ArgumentsContext arguments) {
        if (path.exception != null || (arguments != null && isBroken(arguments))) {
            return Optional.empty();
        }
        Identifier name = identifier(path);
        Arguments list = arguments(arguments, name.span().end());
        return Optional.of(new Attribute(
                name,
                list,
                file.span(context.getStart().getStartIndex(), list.span().end())));
    }

    private static boolean isBroken(ParserRuleContext context) {
        if (context.exception != null) {
            return true;
        }
        for (int i = 0; i < context.getChildCount(); i++) {
            if (context.getChild(i) instanceof ParserRuleContext child && isBroken(child)) {
                return true;
            }
        }
        return false;
    }

    Identifier identifier(PathContext path) {
        Span span = span(path);
        return new Identifier(path.getChildCount() == 1 ? span.text() : path.getText(), span);
    }

    Identifier identifier(Token token) {
        return new Identifier(token.getText(), span(token));
    }

    private Arguments arguments(@Nullable ArgumentsContext context, int end) {
        if (context == null) {
            return new Arguments(List.of(), file.span(end, end));
        }
        List<Argument> list = new ArrayList<>();
        for (ParseTree child : context.children) {
            if (child instanceof ArgumentContext argument) {
                list.add(argument(argument));
            }
        }
        return new Arguments(list, span(context));
    }

    private Argument argument(ArgumentContext context) {
        ParseTree first = context.getChild(0);
        if (first instanceof PathContext path) {
            Identifier name = identifier(path);
            if (context.COLON() != null) {
                Optional<Expression> value =
                        context.expression() == null ? Optional.empty() : Optional.of(expression(context.expression()));
                if (value.isEmpty()) {
                    errors.add(Diagnostic.error("F1014", name.span(), "the argument `" + name + "` has no value")
                            .label("no value behind the colon"));
                }
                return new Argument(Optional.of(name), value, span(context));
            }
            return new Argument(
                    Optional.empty(), Optional.of(nameOrCall(context, name, context.arguments())), span(context));
        }
        return new Argument(Optional.empty(), Optional.of(value(first)), span(context));
    }

    Expression expression(ExpressionContext context) {
        ParseTree first = context.getChild(0);
        return first instanceof PathContext path
                ? nameOrCall(context, identifier(path), context.arguments())
                : value(first);
    }

    private Expression nameOrCall(ParserRuleContext context, Identifier name, @Nullable ArgumentsContext arguments) {
        return arguments == null
                ? new Expression.Name(name.text(), name.span())
                : new Expression.Call(name, arguments(arguments, name.span().end()), span(context));
    }

    private Expression value(ParseTree tree) {
        if (tree instanceof ArrayContext array) {
            List<Expression> elements = new ArrayList<>();
            for (ParseTree child : array.children) {
                if (child instanceof ExpressionContext element) {
                    elements.add(expression(element));
                }
            }
            return new Expression.ArrayLiteral(elements, span(array));
        }
        if (tree instanceof ObjectContext object) {
            List<Expression.Entry> entries = new ArrayList<>();
            for (ParseTree child : object.children) {
                if (child instanceof EntryContext entry) {
                    entries.add(new Expression.Entry(
                            identifier(entry.IDENTIFIER().getSymbol()), expression(entry.expression())));
                }
            }
            return new Expression.ObjectLiteral(entries, span(object));
        }
        Token token = ((TerminalNode) tree).getSymbol();
        return token.getType() == SchemaLexer.STRING
                ? new Expression.StringLiteral(strings.unescape(token), span(token))
                : new Expression.NumberLiteral(token.getText(), span(token));
    }

    /** The text of a string token. */
    String string(Token token) {
        return strings.unescape(token);
    }

    /** True when the parser gave up somewhere in this part of a line. */
    static boolean gaveUp(@Nullable ParserRuleContext context) {
        return context == null || isBroken(context);
    }

    Span span(Token token) {
        return file.span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    Span span(ParserRuleContext context) {
        return file.span(context.getStart().getStartIndex(), context.getStop().getStopIndex() + 1);
    }
}
