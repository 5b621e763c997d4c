package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;

/** {@code Boolean}. */
public final class BooleanColumn<M> extends ValueColumn<M, Boolean> {
    BooleanColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<Boolean> type) {
        super(table, ordinal, name, sql, type);
    }
}
