package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;

/** {@code Int}, {@code BigInt}, {@code Float} and {@code Decimal}. */
public final class NumberColumn<M, T extends Number & Comparable<T>> extends OrderedColumn<M, T> {
    NumberColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<T> type) {
        super(table, ordinal, name, sql, type);
    }
}
