package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.SqlType;

/** {@code Boolean}. */
public final class BooleanColumn<M> extends ValueColumn<M, Boolean> {
    BooleanColumn(Table<M> table, int ordinal, String name, String sql, SqlType<Boolean> type) {
        super(table, ordinal, name, sql, type);
    }
}
