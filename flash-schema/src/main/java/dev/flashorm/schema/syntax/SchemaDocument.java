package dev.flashorm.schema.syntax;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import java.util.List;

/**
 * The syntax tree of one file.
 *
 * @param tokens the whole text, in pieces
 * @param declarations the blocks that could be read, in source order
 * @param diagnostics what could not, in source order
 */
public record SchemaDocument(
        SourceFile file, SyntaxTokens tokens, List<Declaration> declarations, List<Diagnostic> diagnostics) {
    public SchemaDocument {
        declarations = List.copyOf(declarations);
        diagnostics = List.copyOf(diagnostics);
    }
}
