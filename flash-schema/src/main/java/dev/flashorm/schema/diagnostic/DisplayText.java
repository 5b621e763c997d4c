package dev.flashorm.schema.diagnostic;

import java.util.Arrays;

/**
 * A line of text as a terminal shows it: tabs expanded, characters that a terminal would obey or hide (escape
 * sequences, text direction marks) spelled out, and for every UTF-16 offset the column at which it is seen. East Asian
 * wide characters and emoji take two columns, combining marks none.
 */
final class DisplayText {
    private static final int TAB = 4;
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final String shown;
    private final int[] columns;
    private final int[] offsets;

    /** Columns and offsets into {@link #shown} for every offset of the source, one more than it has characters. */
    private DisplayText(String shown, int[] columns, int[] offsets) {
        this.shown = shown;
        this.columns = columns;
        this.offsets = offsets;
    }

    static DisplayText of(String line) {
        StringBuilder shown = new StringBuilder(line.length() + 8);
        int[] columns = new int[line.length() + 1];
        int[] offsets = new int[line.length() + 1];
        int column = 0;
        int i = 0;
        while (i < line.length()) {
            int codePoint = line.codePointAt(i);
            int length = Character.charCount(codePoint);
            Arrays.fill(columns, i, i + length, column);
            Arrays.fill(offsets, i, i + length, shown.length());
            if (codePoint == '\t') {
                int spaces = TAB - column % TAB;
                shown.append(" ".repeat(spaces));
                column += spaces;
            } else if (codePoint == BYTE_ORDER_MARK) {
                // Invisible, and no part of the text.
                i += length;
                continue;
            } else if (isUnsafe(codePoint)) {
                String escape = escape(codePoint);
                shown.append(escape);
                column += escape.length();
            } else {
                shown.appendCodePoint(codePoint);
                column += width(codePoint);
            }
            i += length;
        }
        columns[line.length()] = column;
        offsets[line.length()] = shown.length();
        return new DisplayText(shown.toString(), columns, offsets);
    }

    /** The same text without anything that a terminal would obey. */
    static String safe(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= 0x7f && isUnsafe(text.codePointAt(i)))) {
                return escapeAll(text);
            }
        }
        return text;
    }

    String shown() {
        return shown;
    }

    /** The text from one source offset to another. */
    String shown(int from, int to) {
        return shown.substring(offsets[from], offsets[to]);
    }

    /** The 0-based column of a source offset; offsets behind the line's end are its end. */
    int column(int offset) {
        return columns[Math.min(offset, columns.length - 1)];
    }

    int width() {
        return columns[columns.length - 1];
    }

    /** The first source offset at or behind a column. */
    int offsetAt(int column) {
        int found = Arrays.binarySearch(columns, column);
        int offset = found >= 0 ? found : -found - 1;
        while (offset > 0 && offset < columns.length && columns[offset - 1] >= column) {
            offset--;
        }
        return Math.min(offset, columns.length - 1);
    }

    private static String escapeAll(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (isUnsafe(codePoint)) {
                safe.append(escape(codePoint));
            } else {
                safe.appendCodePoint(codePoint);
            }
        });
        return safe.toString();
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u{" + Integer.toHexString(codePoint) + "}";
        };
    }

    private static boolean isUnsafe(int codePoint) {
        return Character.isISOControl(codePoint)
                || isIn(codePoint, 0x200e, 0x200f)
                || isIn(codePoint, 0x2028, 0x202e)
                || isIn(codePoint, 0x2066, 0x2069)
                || codePoint == BYTE_ORDER_MARK
                || isIn(codePoint, Character.MIN_SURROGATE, Character.MAX_SURROGATE);
    }

    private static int width(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    /** Blocks whose characters are wide in Unicode's East Asian Width (UAX #11), at the grain that terminals use. */
    private static boolean isWide(int codePoint) {
        return isIn(codePoint, 0x1100, 0x115f)
                || (isIn(codePoint, 0x2e80, 0xa4cf) && codePoint != 0x303f)
                || isIn(codePoint, 0xac00, 0xd7a3)
                || isIn(codePoint, 0xf900, 0xfaff)
                || isIn(codePoint, 0xfe30, 0xfe6f)
                || isIn(codePoint, 0xff00, 0xff60)
                || isIn(codePoint, 0xffe0, 0xffe6)
                || isIn(codePoint, 0x1f300, 0x1f64f)
                || isIn(codePoint, 0x1f680, 0x1f6ff)
                || isIn(codePoint, 0x1f900, 0x1faff)
                || isIn(codePoint, 0x20000, 0x3fffd);
    }

    private static boolean isIn(int codePoint, int first, int last) {
        return first <= codePoint && codePoint <= last;
    }
}
