package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;

/** A number; what a sum of such numbers is, its kinds say. */
public abstract sealed class NumberColumn<M, T extends Number & Comparable<T>> extends OrderedColumn<M, T>
        permits IntColumn, BigIntColumn, FloatColumn, DecimalColumn {
    NumberColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<T> type) {
        super(table, ordinal, name, sql, type);
    }
}
