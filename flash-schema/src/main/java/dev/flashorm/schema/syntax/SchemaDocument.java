package dev.flashorm.schema.syntax;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * The syntax tree of one file.
 *
 * @param tokens the whole text, in pieces
 * @param declarations the blocks that could be read, in source order
 * @param diagnostics what could not, in source order
 * @param lostNames the names in what could not, so that nobody calls them undeclared
 */
public record SchemaDocument(
        SourceFile file,
        SyntaxTokens tokens,
        List<Declaration> declarations,
        List<Diagnostic> diagnostics,
        Set<String> lostNames) {
    public SchemaDocument {
        declarations = List.copyOf(declarations);
        diagnostics = List.copyOf(diagnostics);
        lostNames = Set.copyOf(lostNames);
    }
}
