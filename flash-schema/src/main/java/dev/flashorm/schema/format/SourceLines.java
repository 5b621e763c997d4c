package dev.flashorm.schema.format;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.syntax.SchemaDocument;
import dev.flashorm.schema.syntax.SyntaxTokens;
import dev.flashorm.schema.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a file into the lines of the language; a closing brace starts a line of its own. */
final class SourceLines {
    private final SyntaxTokens tokens;
    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<SourceLine> lines = new ArrayList<>();
    private int nextError;

    SourceLines(SchemaDocument document) {
        tokens = document.tokens();
        for (Diagnostic diagnostic : document.diagnostics()) {
            if (!isReadable(diagnostic.code())) {
                errors.add(diagnostic);
            }
        }
        cut();
    }

    List<SourceLine> lines() {
        return lines;
    }

    /** Errors of lines whose tokens all mean what they seem to: unclosed block, missing type, bad escape, no value. */
    private static boolean isReadable(String code) {
        return switch (code) {
            case "F1003", "F1006", "F1009", "F1014" -> true;
            default -> false;
        };
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
