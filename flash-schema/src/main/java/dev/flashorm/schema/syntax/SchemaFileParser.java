package dev.flashorm.schema.syntax;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.grammar.SchemaLexer;
import dev.flashorm.schema.syntax.grammar.SchemaParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;

/** Reads one file into its syntax tree. Never throws, whatever the text; what is wrong is in the document. */
public final class SchemaFileParser {
    private final SourceFile file;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private SchemaFileParser(SourceFile file) {
        this.file = file;
    }

    public static SchemaDocument parse(SourceFile file) {
        return new SchemaFileParser(file).parse();
    }

    private SchemaDocument parse() {
        SchemaLexer lexer = new SchemaLexer(new TextCharStream(file.text(), file.path()));
        lexer.removeErrorListeners();
        SyntaxTokens.Builder tokens = new SyntaxTokens.Builder(file);
        List<CommonToken> visible = new ArrayList<>(file.text().length() / 5 + 8);
        DocumentationComments documentation = new DocumentationComments(file);
        CommonToken token = (CommonToken) lexer.nextToken();
        while (token.getType() != Token.EOF) {
            token.setTokenIndex(tokens.add(TokenKind.ofType(token.getType()), token.getStartIndex()));
            documentation.accept(token);
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                visible.add(token);
            }
            token = (CommonToken) lexer.nextToken();
        }
        visible.add(token);

        SyntaxErrors errors = new SyntaxErrors(file, diagnostics);
        BlockLayout layout = new BlockLayout(visible, tokens).arrange();
        errors.reportLayout(layout);
        SchemaParser parser = new SchemaParser(new CommonTokenStream(new ListTokenSource(layout.tokens())));
        parser.removeErrorListeners();
        parser.setErrorHandler(new LineRecovery(errors));
        List<Declaration> declarations = new DeclarationBuilder(file, documentation, errors).build(parser.schema());
        if (diagnostics.size() > 1) {
            diagnostics.sort(
                    Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        }
        return new SchemaDocument(file, tokens.build(), declarations, diagnostics, errors.lostNames());
    }
}
