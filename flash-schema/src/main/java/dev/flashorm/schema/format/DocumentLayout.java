package dev.flashorm.schema.format;

import dev.flashorm.schema.syntax.SyntaxTokens;
import dev.flashorm.schema.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Writes the lines of a file in the reference layout. */
final class DocumentLayout {
    private static final String INDENT = "  ";

    /** What a line is, for the blank lines around it. */
    private enum Element {
        NOTHING,
        COMMENT,
        MEMBER,
        BLOCK_ATTRIBUTE,
        HEAD,
        BLOCK_END,
        STRAY
    }

    private final List<SourceLine> lines;
    private final boolean[] aboveBlockAttribute;
    private final StringBuilder out = new StringBuilder();
    private final ColumnTable table = new ColumnTable();
    private Element last = Element.NOTHING;
    private boolean blankSince;
    private boolean inBlock;

    DocumentLayout(SourceLines source) {
        lines = source.lines();
        aboveBlockAttribute = commentsAboveBlockAttributes(lines);
    }

    /** For every line: whether it is a comment, and below it and other comments stands a block attribute. */
    private static boolean[] commentsAboveBlockAttributes(List<SourceLine> lines) {
        boolean[] above = new boolean[lines.size()];
        for (int i = lines.size() - 2; i >= 0; i--) {
            above[i] = lines.get(i).isComment()
                    && (above[i + 1] || lines.get(i + 1).startsWith(TokenKind.BLOCK_AT));
        }
        return above;
    }

    String write() {
        for (int i = 0; i < lines.size(); i++) {
            SourceLine line = lines.get(i);
            if (line.isBlank()) {
                blankSince = true;
            } else if (isHead(line)) {
                head(line);
            } else if (inBlock) {
                blockLine(line, i);
            } else {
                topLine(line);
            }
        }
        flush();
        return out.length() == 0 ? "\n" : out.toString();
    }

    private void flush() {
        table.write(out, inBlock ? INDENT : "");
    }

    private static boolean isHead(SourceLine line) {
        return line.startsWith(TokenKind.IDENTIFIER) && line.find(TokenKind.OPEN_BRACE, 1) > 0;
    }

    private void head(SourceLine line) {
        separate(Element.HEAD, last == Element.BLOCK_END || (inBlock && last != Element.COMMENT));
        flush();
        inBlock = false;
        int brace = line.find(TokenKind.OPEN_BRACE, 1);
        String text = line.broken()
                ? line.verbatim()
                : TokenSpacing.print(line, 0, line.content().size());
        out.append(text).append('\n');
        // A head that names nothing, or too much, opens no block: its lines stand alone until it is mended.
        inBlock = brace == 1 || (brace == 2 && line.tokens().kind(line.content().get(1)) == TokenKind.IDENTIFIER);
        last = inBlock ? Element.HEAD : Element.STRAY;
    }

    private void topLine(SourceLine line) {
        Element element = line.isComment() ? Element.COMMENT : Element.STRAY;
        separate(element, last == Element.BLOCK_END);
        out.append(line.verbatim()).append('\n');
        last = element;
    }

    /**
     * Puts a blank line where there was one, or where one is due; never at the start of a file, and at the start of a
     * block only before its attributes.
     */
    private void separate(Element next, boolean due) {
        boolean first = last == Element.NOTHING || (last == Element.HEAD && next != Element.BLOCK_ATTRIBUTE);
        if (!first && next != Element.BLOCK_END && (blankSince || due)) {
            flush();
            out.append('\n');
        }
        blankSince = false;
    }

    private void blockLine(SourceLine line, int index) {
        if (line.startsWith(TokenKind.CLOSE_BRACE)) {
            flush();
            blankSince = false;
            inBlock = false;
            out.append(line.verbatim()).append('\n');
            last = Element.BLOCK_END;
            return;
        }
        if (line.isComment()) {
            boolean ofAttribute = aboveBlockAttribute[index];
            separate(Element.COMMENT, ofAttribute && last == Element.MEMBER);
            table.addLoose(line.verbatim());
            last = ofAttribute ? Element.BLOCK_ATTRIBUTE : Element.COMMENT;
        } else if (line.broken()) {
            separate(Element.MEMBER, false);
            table.addLoose(line.verbatim());
            last = Element.MEMBER;
        } else if (line.startsWith(TokenKind.BLOCK_AT)) {
            separate(Element.BLOCK_ATTRIBUTE, last != Element.BLOCK_ATTRIBUTE);
            table.addLoose(TokenSpacing.print(line, 0, line.content().size()));
            last = Element.BLOCK_ATTRIBUTE;
        } else {
            separate(Element.MEMBER, last == Element.BLOCK_ATTRIBUTE);
            member(line);
            last = Element.MEMBER;
        }
    }

    private void member(SourceLine line) {
        SyntaxTokens tokens = line.tokens();
        int end = line.trailingComments();
        List<String> cells = new ArrayList<>();
        cells.add(tokens.text(line.content().get(0)));
        int attributes = line.find(TokenKind.AT, 1);
        int rest = attributes < 0 || line.find(TokenKind.EQUALS, 1) == 1 ? end : attributes;
        if (rest > 1) {
            cells.add(TokenSpacing.print(line, 1, rest));
        }
        if (rest < end) {
            cells.add(TokenSpacing.print(line, rest, end));
        }
        table.add(cells, TokenSpacing.print(line, end, line.content().size()));
    }
}
