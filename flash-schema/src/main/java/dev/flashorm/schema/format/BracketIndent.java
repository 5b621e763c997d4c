package dev.flashorm.schema.format;

import java.util.Arrays;

/**
 * How deep a line between brackets stands. Brackets that are opened on the same line count once, so that `([` and `])`
 * indent what is between them by one step.
 */
final class BracketIndent {
    private int[] levels = new int[8];
    private int depth;
    private int line = 1;

    /** The level of a line that begins now, with a closing bracket or with something else; members have level 1. */
    int startLine(boolean closing) {
        int inner = depth == 0 ? 1 : levels[depth - 1];
        line = closing && depth > 0 ? inner - 1 : inner;
        return line;
    }

    void open() {
        if (depth == levels.length) {
            levels = Arrays.copyOf(levels, depth * 2);
        }
        levels[depth++] = line + 1;
    }

    void close() {
        depth = Math.max(0, depth - 1);
    }
}
