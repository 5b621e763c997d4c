package dev.flashorm.schema.source;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One schema file: its display path (relative to where the user stands, `/` as separator) and its whole text.
 *
 * <p>The text is kept exactly as read, a byte-order mark and CRLF line ends included, so that every edit gives back
 * what it did not touch. Compared by identity: two files of the same text are still two files.
 */
public final class SourceFile {
    private final String path;
    private final String text;
    private @Nullable Lines lines;

    private static final class Lines {
        /** The offset of each line. */
        private final int[] starts;

        /** The low surrogates that have a high one: the units that begin no code point. */
        private final int[] continuations;

        private Lines(int[] starts, int[] continuations) {
            this.starts = starts;
            this.continuations = continuations;
        }

        static Lines of(String text) {
            IntStream.Builder starts = IntStream.builder().add(0);
            IntStream.Builder continuations = IntStream.builder();
            char before = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (before == '\r' && c != '\n') {
                    starts.add(i);
                }
                if (c == '\n') {
                    starts.add(i + 1);
                } else if (Character.isLowSurrogate(c) && Character.isHighSurrogate(before)) {
                    continuations.add(i);
                }
                before = c;
            }
            if (before == '\r') {
                starts.add(text.length());
            }
            return new Lines(starts.build().toArray(), continuations.build().toArray());
        }

        /** Of an offset: the index of its line. */
        int lineOf(int offset) {
            int found = Arrays.binarySearch(starts, offset);
            return found >= 0 ? found : -found - 2;
        }

        /** A search, not a count: the findings on a line of a megabyte must not each read the line. */
        int codePoints(int from, int to) {
            return to - from - (continuationsBefore(to) - continuationsBefore(from));
        }

        private int continuationsBefore(int offset) {
            int found = Arrays.binarySearch(continuations, offset);
            return found >= 0 ? found : -found - 1;
        }
    }

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
        int line = lines().lineOf(offset);
        int start = lines().starts[line];
        return new Position(line + 1, lines().codePoints(start, Math.min(offset, text.length())) + 1);
    }

    /** The text of a 1-based line, without its line end. */
    public String line(int line) {
        int[] starts = lines().starts;
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The offset at which a 1-based line begins. */
    public int lineStart(int line) {
        return lines().starts[line - 1];
    }

    public int lineCount() {
        return lines().starts.length;
    }

    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    private Lines lines() {
        Lines known = lines;
        if (known == null) {
            known = Lines.of(text);
            lines = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return path;
    }
}
