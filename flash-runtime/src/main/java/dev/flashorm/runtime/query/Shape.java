package dev.flashorm.runtime.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a statement's text depends on, as numbers: two statements of one shape differ in their parameters only. A walk
 * over conditions and orders adds the numbers in the order in which they are written.
 */
final class Shape {
    private final Table<?> table;
    private final Dialect dialect;
    private int[] codes = new int[12];
    private int size;

    Shape(Table<?> table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    void add(int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
        }
        codes[size++] = code;
    }

    @Override
    public int hashCode() {
        int hash = System.identityHashCode(table);
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + codes[i];
        }
        return hash ^ (hash >>> 16);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape shape
                && shape.table == table
                && Arrays.equals(codes, 0, size, shape.codes, 0, shape.size);
    }
}
