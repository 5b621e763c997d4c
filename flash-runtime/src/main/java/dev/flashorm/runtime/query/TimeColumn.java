package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;

/** A point in time, a day, or a time of day. */
public final class TimeColumn<M, T> extends OrderedColumn<M, T> {
    TimeColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<T> type) {
        super(table, ordinal, name, sql, type);
    }
}
