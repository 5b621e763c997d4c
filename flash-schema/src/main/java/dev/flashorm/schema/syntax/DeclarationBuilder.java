package dev.flashorm.schema.syntax;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.Arity;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.grammar.SchemaLexer;
import dev.flashorm.schema.syntax.grammar.SchemaParser.AttributeContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.BlockAttributeContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.DeclarationContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.MemberContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.RestContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.SchemaContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.StrayContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.StrayMemberContext;
import dev.flashorm.schema.syntax.grammar.SchemaParser.TypeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Makes the blocks of a file of what the parser saw, and judges what the grammar leaves open. */
final class DeclarationBuilder {
    private static final String KEYWORDS = "`model`, `view`, `type`, `enum`, `datasource`, `generator`";

    private final SourceFile file;
    private final DocumentationComments documentation;
    private final SyntaxErrors errors;
    private final ExpressionBuilder expressions;
    private boolean inConflict;

    DeclarationBuilder(SourceFile file, DocumentationComments documentation, SyntaxErrors errors) {
        this.file = file;
        this.documentation = documentation;
        this.errors = errors;
        expressions = new ExpressionBuilder(file, errors);
    }

    List<Declaration> build(SchemaContext schema) {
        List<Declaration> declarations = new ArrayList<>();
        for (ParseTree child : schema.children) {
            if (child instanceof DeclarationContext declaration) {
                addTo(declarations, declaration(declaration));
            } else if (child instanceof StrayContext stray) {
                strayLine(stray);
            }
        }
        return declarations;
    }

    private static <T> void addTo(List<T> list, Optional<T> element) {
        if (element.isPresent()) {
            list.add(element.get());
        }
    }

    private void strayLine(ParserRuleContext line) {
        if (errors.reportUnclosedComment(line.getStart()) || conflict(line)) {
            return;
        }
        errors.add(Diagnostic.error("F1005", lineSpan(line), "this line belongs to no block")
                .note("a line outside of a block can only be a comment or start a block: " + KEYWORDS));
    }

    /** Whether a line is one of those that a merge leaves behind; the first of the three is reported. */
    private boolean conflict(ParserRuleContext line) {
        String text = file.text();
        int start = line.getStart().getStartIndex();
        if (text.startsWith("<<<<<<<", start)) {
            inConflict = true;
            errors.add(Diagnostic.error("F1018", file.span(start, start + 7), "a merge conflict is not resolved here")
                    .label("one side begins")
                    .help("keep what is right of the two sides, and remove the lines that begin with `<<<<<<<`,"
                            + " `=======` and `>>>>>>>`"));
            return true;
        }
        boolean part = inConflict
                && (text.startsWith("=======", start)
                        || text.startsWith("|||||||", start)
                        || text.startsWith(">>>>>>>", start));
        inConflict &= !text.startsWith(">>>>>>>", start);
        return part;
    }

    /** The visible text of a line, without its end. */
    private Span lineSpan(ParserRuleContext line) {
        int start = line.getStart().getStartIndex();
        int end = start;
        for (int i = 0; i < line.getChildCount(); i++) {
            ParseTree child = line.getChild(i);
            if (child instanceof TerminalNode terminal && terminal.getSymbol().getType() != SchemaLexer.NEWLINE) {
                end = Math.max(end, terminal.getSymbol().getStopIndex() + 1);
            } else if (child instanceof ParserRuleContext rule && rule.getChildCount() > 0) {
                end = Math.max(end, rule.getStop().getStopIndex() + 1);
            }
        }
        return file.span(start, end);
    }

    private Optional<Declaration> declaration(DeclarationContext context) {
        Token first = context.IDENTIFIER().getSymbol();
        if (context.OPEN_BRACE() == null) {
            strayLine(context);
            return Optional.empty();
        }
        int braceStart = context.OPEN_BRACE().getSymbol().getStartIndex();
        BlockKeyword keyword = BlockKeyword.of(first.getText()).orElse(null);
        if (keyword == null) {
            keyword = unknownKeyword(first, context);
        }
        List<ParseTree> head = context.head().children == null ? List.of() : context.head().children;
        if (keyword == null) {
            loseNames(context.head());
            return Optional.empty();
        }
        Token name;
        if (head.size() == 1
                && head.get(0) instanceof TerminalNode node
                && node.getSymbol().getType() == SchemaLexer.IDENTIFIER) {
            name = node.getSymbol();
        } else {
            Span where =
                    head.isEmpty() ? file.span(first.getStopIndex() + 1, braceStart) : expressions.span(context.head());
            errors.add(Diagnostic.error(
                    "F1012", where, keyword.withArticle() + " block needs exactly one name before `{`"));
            errors.lose(first);
            loseNames(context.head());
            return Optional.empty();
        }
        reportRest(context.rest(0), "F1007", "nothing may stand behind `{`", "put it on its own line");
        if (context.rest().size() > 1) {
            reportRest(context.rest(1), "F1008", "nothing may stand behind `}`", "put it on its own line");
        }
        Span span = file.span(
                first.getStartIndex(),
                Math.max(
                        braceStart + 1,
                        context.CLOSE_BRACE() == null
                                ? 0
                                : context.CLOSE_BRACE().getSymbol().getStopIndex() + 1));
        return Optional.of(block(keyword, expressions.identifier(name), context, documentation.ofBlock(first), span));
    }

    /** Reports a word that begins no block; what the block must be, if there is a word that is meant and fits. */
    private @Nullable BlockKeyword unknownKeyword(Token first, DeclarationContext context) {
        Span span = expressions.span(first);
        Diagnostic.Builder diagnostic =
                Diagnostic.error("F1004", span, "`" + first.getText() + "` is not a kind of block");
        Optional<BlockKeyword> meant = BlockKeyword.near(first.getText());
        if (meant.isPresent()) {
            String word = meant.get().word();
            diagnostic.help("did you mean `" + word + "`?", new TextEdit(span, word));
        }
        errors.add(diagnostic.note("a block starts with one of " + KEYWORDS));
        return meant.filter(keyword -> fits(keyword, context)).orElse(null);
    }

    /** Whether the lines of a block are those of this kind, as far as their form tells. */
    private static boolean fits(BlockKeyword keyword, DeclarationContext context) {
        boolean settings = keyword == BlockKeyword.DATASOURCE || keyword == BlockKeyword.GENERATOR;
        return context.body().member().stream().allMatch(member -> (member.EQUALS() != null) == settings);
    }

    private void loseNames(ParseTree tree) {
        if (tree instanceof TerminalNode node) {
            errors.lose(node.getSymbol());
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            loseNames(tree.getChild(i));
        }
    }

    private void reportRest(RestContext rest, String code, String message, String help) {
        if (rest.getChildCount() > 0) {
            errors.add(Diagnostic.error(code, expressions.span(rest), message).help(help));
        }
    }

    private Declaration block(
            BlockKeyword keyword, Identifier name, DeclarationContext context, Optional<String> comment, Span span) {
        List<FieldDeclaration> fields = new ArrayList<>();
        List<EnumValueDeclaration> values = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        List<ParseTree> lines = context.body().children == null ? List.of() : context.body().children;
        for (ParseTree line : lines) {
            if (line instanceof MemberContext member) {
                switch (keyword) {
                    case MODEL, VIEW, TYPE -> addTo(fields, field(member, keyword));
                    case ENUM -> addTo(values, enumValue(member));
                    case DATASOURCE, GENERATOR -> addTo(settings, setting(member, keyword));
                }
            } else if (line instanceof BlockAttributeContext attribute) {
                if (keyword == BlockKeyword.DATASOURCE || keyword == BlockKeyword.GENERATOR) {
                    wrongLine(attribute, keyword);
                } else {
                    addTo(attributes, expressions.attribute(attribute));
                }
            } else if (line instanceof StrayMemberContext stray) {
                wrongLine(stray, keyword);
            }
        }
        return switch (keyword) {
            case MODEL -> new Declaration.ModelDeclaration(name, false, fields, attributes, comment, span);
            case VIEW -> new Declaration.ModelDeclaration(name, true, fields, attributes, comment, span);
            case TYPE -> new Declaration.CompositeTypeDeclaration(name, fields, attributes, comment, span);
            case ENUM -> new Declaration.EnumDeclaration(name, values, attributes, comment, span);
            case DATASOURCE -> new Declaration.DatasourceDeclaration(name, settings, comment, span);
            case GENERATOR -> new Declaration.GeneratorDeclaration(name, settings, comment, span);
        };
    }

    private void wrongLine(ParserRuleContext line, BlockKeyword keyword) {
        String expected = switch (keyword) {
            case MODEL, VIEW, TYPE -> "a field, `name Type`, or a block attribute, `@@name(…)`";
            case ENUM -> "a value, `NAME`, or a block attribute, `@@name(…)`";
            case DATASOURCE, GENERATOR -> "a setting, `key = value`";
        };
        if (errors.reportUnclosedComment(line.getStart()) || conflict(line)) {
            return;
        }
        loseNames(line);
        Diagnostic.Builder diagnostic = Diagnostic.error(
                "F1013", lineSpan(line), "this line does not belong into " + keyword.withArticle() + " block");
        int start = line.getStart().getStartIndex();
        if (line.getStart().getType() == SchemaLexer.AT) {
            diagnostic.help(
                    "an attribute of the whole block begins with `@@`", new TextEdit(file.span(start, start), "@"));
        }
        errors.add(diagnostic.note("a line of it is " + expected));
    }

    private Optional<FieldDeclaration> field(MemberContext member, BlockKeyword keyword) {
        if (member.EQUALS() != null) {
            wrongLine(member, keyword);
            return Optional.empty();
        }
        Token first = member.IDENTIFIER().getSymbol();
        Identifier name = expressions.identifier(first);
        Optional<TypeReference> type = Optional.empty();
        if (member.COLON() != null) {
            Span colon = expressions.span(member.COLON().getSymbol());
            errors.add(Diagnostic.error("F1016", colon, "no `:` between a field and its type")
                    .help("leave the colon out", new TextEdit(colon, "")));
        }
        TypeContext written = member.type();
        if (written == null) {
            if (member.exception == null) {
                errors.add(Diagnostic.error("F1006", name.span(), "the field `" + name + "` has no type")
                        .help("write its type behind it, for example `" + name + " String`"));
            }
        } else if (!ExpressionBuilder.gaveUp(written)) {
            type = Optional.of(type(written));
        }
        return Optional.of(new FieldDeclaration(
                name,
                type,
                attributes(member),
                documentation.ofLine(first),
                ExpressionBuilder.gaveUp(member),
                lineSpan(member)));
    }

    private TypeReference type(TypeContext context) {
        Identifier name = expressions.identifier(context.IDENTIFIER().getSymbol());
        boolean legacyList = context.getChild(0) instanceof TerminalNode open
                && open.getSymbol().getType() == SchemaLexer.OPEN_BRACKET;
        boolean list = !context.OPEN_BRACKET().isEmpty();
        boolean optional = context.QUESTION() != null;
        if (legacyList) {
            errors.add(Diagnostic.error("F1016", expressions.span(context), "a list is written `" + name + "[]`")
                    .help("put the brackets behind the type", new TextEdit(expressions.span(context), name + "[]")));
        }
        if (context.BANG() != null) {
            Span bang = expressions.span(context.BANG().getSymbol());
            errors.add(Diagnostic.error("F1016", bang, "a field is required without `!`")
                    .help("leave the `!` out", new TextEdit(bang, "")));
        }
        if (list && optional) {
            Span question = expressions.span(context.QUESTION().getSymbol());
            errors.add(Diagnostic.error("F1016", expressions.span(context), "a list cannot be optional")
                    .help("leave the `?` out: a list may be empty", new TextEdit(question, "")));
        }
        Optional<String> unsupported = context.STRING() == null
                ? Optional.empty()
                : Optional.of(expressions.string(context.STRING().getSymbol()));
        Arity arity = list ? Arity.LIST : optional ? Arity.OPTIONAL : Arity.REQUIRED;
        return new TypeReference(name, unsupported, arity, expressions.span(context));
    }

    private Optional<EnumValueDeclaration> enumValue(MemberContext member) {
        if (member.EQUALS() != null || member.type() != null || member.COLON() != null) {
            wrongLine(member, BlockKeyword.ENUM);
            return Optional.empty();
        }
        Token first = member.IDENTIFIER().getSymbol();
        return Optional.of(new EnumValueDeclaration(
                expressions.identifier(first), attributes(member), documentation.ofLine(first), lineSpan(member)));
    }

    private Optional<Setting> setting(MemberContext member, BlockKeyword keyword) {
        if (member.EQUALS() == null) {
            if (member.exception == null) {
                wrongLine(member, keyword);
            }
            return Optional.empty();
        }
        Identifier key = expressions.identifier(member.IDENTIFIER().getSymbol());
        if (member.expression() == null) {
            if (member.exception == null) {
                errors.add(Diagnostic.error("F1014", key.span(), "the setting `" + key + "` has no value"));
            }
            return Optional.of(new Setting(key, Optional.empty(), lineSpan(member)));
        }
        return ExpressionBuilder.gaveUp(member.expression())
                ? Optional.empty()
                : Optional.of(
                        new Setting(key, Optional.of(expressions.expression(member.expression())), lineSpan(member)));
    }

    private List<Attribute> attributes(MemberContext member) {
        List<Attribute> attributes = new ArrayList<>();
        for (ParseTree child : member.children) {
            if (child instanceof AttributeContext attribute) {
                addTo(attributes, expressions.attribute(attribute));
            }
        }
        return attributes;
    }
}
