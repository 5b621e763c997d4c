package dev.flashorm.schema.corpus;

import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.SchemaFileParser;
import dev.flashorm.schema.syntax.SyntaxTokens;
import dev.flashorm.schema.syntax.TokenKind;
import java.util.Set;

/**
 * Tells by rule, not by case, where Flash means to differ from the reference: see `docs/language-widenings.md`. Such a
 * case is counted apart when it differs.
 */
final class KnownWidening {
    private KnownWidening() {}

    static boolean isIn(SchemaCase schema, SchemaResult result) {
        return hasTextBehindBrace(result)
                || hasBrokenBlock(result)
                || hasWideSyntax(schema)
                || hasViewWithoutFlag(schema)
                || hasToleratedFlagOrKey(result);
    }

    /** No flag is needed for what Flash supports. */
    private static boolean hasViewWithoutFlag(SchemaCase schema) {
        Schema linked = schema.compile().schema();
        return linked.models().stream().anyMatch(Model::isView)
                && linked.generators().stream()
                        .noneMatch(generator -> generator.settings().containsKey("previewFeatures"));
    }

    /** Warnings where the reference has errors: a flag that is not known, the id of a view. */
    private static boolean hasToleratedFlagOrKey(SchemaResult result) {
        return result.diagnostics().stream()
                .filter(diagnostic -> !diagnostic.isError())
                .anyMatch(diagnostic ->
                        diagnostic.code().equals("F4017") || diagnostic.code().equals("F2315"));
    }

    /** The reference drops what stands behind `{`. */
    private static boolean hasTextBehindBrace(SchemaResult result) {
        return result.diagnostics().stream()
                .anyMatch(diagnostic -> diagnostic.code().equals("F1007"));
    }

    /** A broken block and a merge conflict are one finding each; the reference has one for each line of them. */
    private static boolean hasBrokenBlock(SchemaResult result) {
        Set<String> codes = Set.of("F1003", "F1012", "F1017", "F1018");
        return result.diagnostics().stream().map(Diagnostic::code).anyMatch(codes::contains);
    }

    /** Line breaks and trailing commas between brackets, and a byte-order mark. */
    private static boolean hasWideSyntax(SchemaCase schema) {
        for (SourceFile file : schema.files()) {
            SyntaxTokens tokens = SchemaFileParser.parse(file).tokens();
            boolean comma = false;
            for (int i = 0; i < tokens.size(); i++) {
                TokenKind kind = tokens.kind(i);
                if (kind == TokenKind.LINE_BREAK) {
                    return true;
                }
                if (comma && (kind == TokenKind.CLOSE_PAREN || kind == TokenKind.CLOSE_BRACKET)) {
                    return true;
                }
                if (kind != TokenKind.WHITE_SPACE && !kind.isComment()) {
                    comma = kind == TokenKind.COMMA;
                }
            }
            if (file.text().startsWith("\uFEFF")) {
                return true;
            }
        }
        return false;
    }
}
