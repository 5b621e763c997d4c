package dev.flashorm.schema.format;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.syntax.SchemaDocument;
import dev.flashorm.schema.syntax.SyntaxTokens;
import dev.flashorm.schema.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a file into the lines of the language; a closing brace starts a line of its own. */
final class SourceLines {
    /** An unclosed block: the brace is where it is told, but its line is as good as any. */
    private static final String UNCLOSED_BLOCK = "F1003";

    private final SyntaxTokens tokens;
    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<SourceLine> lines = new ArrayList<>();
    private int nextError;

    SourceLines(SchemaDocument document) {
        tokens = document.tokens();
        for (Diagnostic diagnostic : document.diagnostics()) {
            if (!diagnostic.code().equals(UNCLOSED_BLOCK)) {
                errors.add(diagnostic);
            }
        }
        cut();
    }

    List<SourceLine> lines() {
        return lines;
    }

    private void cut() {
        List<Integer> content = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            TokenKind kind = tokens.kind(i);
            if (kind == TokenKind.NEWLINE) {
                end(content, tokens.end(i));
                content = new ArrayList<>();
                depth = 0;
                continue;
            }
            if (kind == TokenKind.WHITE_SPACE) {
                continue;
            }
            if (kind == TokenKind.CLOSE_BRACE && depth == 0 && !content.isEmpty()) {
                end(content, tokens.start(i));
                content = new ArrayList<>();
            }
            if (kind == TokenKind.OPEN_PAREN || kind == TokenKind.OPEN_BRACKET) {
                depth++;
            } else if (kind == TokenKind.CLOSE_PAREN || kind == TokenKind.CLOSE_BRACKET) {
                depth--;
            }
            content.add(i);
        }
        if (!content.isEmpty()) {
            end(content, Integer.MAX_VALUE);
        }
    }

    private void end(List<Integer> content, int end) {
        boolean broken = false;
        while (nextError < errors.size() && errors.get(nextError).span().start() < end) {
            broken = true;
            nextError++;
        }
        lines.add(new SourceLine(tokens, content, broken && !content.isEmpty()));
    }
}
