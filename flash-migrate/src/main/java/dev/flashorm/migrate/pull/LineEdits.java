package dev.flashorm.migrate.pull;

import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of one file, whole lines mostly; what they don't touch stays byte for byte. */
final class LineEdits {
    private final SourceFile file;
    private final String newline;
    private final List<TextEdit> edits = new ArrayList<>();

    LineEdits(SourceFile file) {
        this.file = file;
        newline = file.text().contains("\r\n") ? "\r\n" : "\n";
    }

    void replace(Span span, String text) {
        if (!span.text().equals(text)) {
            edits.add(new TextEdit(span, withLineEnds(text)));
        }
    }

    /** Behind a thing in its line. */
    void append(Span span, String text) {
        edits.add(new TextEdit(file.span(span.end(), span.end()), " " + withLineEnds(text)));
    }

    /** A part of a line, with the blanks before it. */
    void deleteInLine(Span span) {
        int start = span.start();
        while (start > 0 && isBlank(file.text().charAt(start - 1))) {
            start--;
        }
        edits.add(new TextEdit(file.span(start, span.end()), ""));
    }

    /** The lines of a thing and of the documentation right above it. */
    void deleteLines(Span span) {
        edits.add(new TextEdit(file.span(start(span), lineEnd(span.end())), ""));
    }

    /** The lines of a block, the documentation right above it, and the empty line before it. */
    void deleteBlock(Span span) {
        int start = start(span);
        if (start > 0) {
            int before = lineStart(start - 1);
            start = file.text().substring(before, start).isBlank() ? before : start;
        }
        edits.add(new TextEdit(file.span(start, lineEnd(span.end())), ""));
    }

    /** Lines of a block, below the line in which an offset lies. */
    void insertBelow(int offset, Span block, List<String> lines) {
        int at = lineEnd(offset);
        boolean open = at > 0 && file.text().charAt(at - 1) != '\n';
        StringBuilder text = new StringBuilder(open ? newline : "");
        String indent = indent(block);
        lines.forEach(line -> text.append(indent).append(line).append(newline));
        edits.add(new TextEdit(file.span(at, at), text.toString()));
    }

    /** As the first line of the block has it. */
    private String indent(Span block) {
        int start = lineEnd(block.start());
        int end = start;
        while (end < block.end() && isBlank(file.text().charAt(end))) {
            end++;
        }
        boolean line = end < block.end() && end > start && file.text().charAt(end) > ' ';
        return line ? file.text().substring(start, end) : "  ";
    }

    /** Lines of a block, above the brace that ends it. */
    void insertAboveEnd(Span block, List<String> lines) {
        int brace = block.end() - 1;
        int start = lineStart(brace);
        boolean alone = file.text().substring(start, brace).isBlank();
        int at = alone ? start : brace;
        StringBuilder text = new StringBuilder(alone ? "" : newline);
        String indent = indent(block);
        lines.forEach(line -> text.append(line.isEmpty() ? "" : indent + line).append(newline));
        edits.add(new TextEdit(file.span(at, at), text.toString()));
    }

    /** A block at the end of the file, below an empty line. */
    void appendBlock(String block) {
        int end = file.text().length();
        String text = file.text();
        String gap = text.isEmpty() ? "" : text.endsWith("\n") ? newline : newline + newline;
        edits.add(new TextEdit(file.span(end, end), gap + withLineEnds(block) + newline));
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** The text with the edits done. */
    String apply() {
        StringBuilder out = new StringBuilder();
        int at = 0;
        List<TextEdit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt((TextEdit edit) -> edit.span().start()));
        for (TextEdit edit : ordered) {
            int start = Math.max(edit.span().start(), at);
            out.append(file.text(), at, start).append(edit.replacement());
            at = Math.max(at, edit.span().end());
        }
        return out.append(file.text(), at, file.text().length()).toString();
    }

    /** Where the documentation of a thing begins, or its own line. */
    int start(Span span) {
        int start = lineStart(span.start());
        while (start > 0) {
            int before = lineStart(start - 1);
            if (!file.text().substring(before, start).strip().startsWith("///")) {
                break;
            }
            start = before;
        }
        return start;
    }

    int lineStart(int offset) {
        return file.text().lastIndexOf('\n', offset - 1) + 1;
    }

    /** Behind the line break. */
    int lineEnd(int offset) {
        int end = file.text().indexOf('\n', offset);
        return end < 0 ? file.text().length() : end + 1;
    }

    private String withLineEnds(String text) {
        return newline.equals("\n") ? text : text.replace("\n", newline);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
