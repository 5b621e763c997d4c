package dev.flashorm.schema.source;

import java.util.Arrays;

/**
 * One schema file: its display path (relative to where the user stands, `/` as separator) and its whole text.
 *
 * <p>The text is kept exactly as read, a byte-order mark and CRLF line ends included, so that every edit gives back
 * what it did not touch. Compared by identity: two files of the same text are still two files.
 */
public final class SourceFile {
    private final String path;
    private final String text;
    private int[] lineStarts = {};

    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The 1-based line and column of a UTF-16 offset; a column counts code points, so a caret lands under an emoji. */
    public Position position(int offset) {
        int[] starts = lineStarts();
        int index = Arrays.binarySearch(starts, offset);
        int line = index >= 0 ? index : -index - 2;
        return new Position(line + 1, text.codePointCount(starts[line], Math.min(offset, text.length())) + 1);
    }

    /** The text of a 1-based line, without its line end. */
    public String line(int line) {
        int[] starts = lineStarts();
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The offset at which a 1-based line begins. */
    public int lineStart(int line) {
        return lineStarts()[line - 1];
    }

    public int lineCount() {
        return lineStarts().length;
    }

    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    private int[] lineStarts() {
        if (lineStarts.length == 0) {
            int[] starts = new int[16];
            int count = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
            lineStarts = Arrays.copyOf(starts, count);
        }
        return lineStarts;
    }

    @Override
    public String toString() {
        return path;
    }
}
