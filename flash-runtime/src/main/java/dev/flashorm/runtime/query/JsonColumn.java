package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import org.jspecify.annotations.Nullable;

/** {@code Json}. */
public final class JsonColumn<M> extends Column<M, Json> {
    JsonColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<Json> type) {
        super(table, ordinal, name, sql, type);
    }

    /** The same JSON value, however it is written. */
    public Condition<M> eq(Json value) {
        return compare(Fragment.JSON_EQ, value);
    }

    public Condition<M> ne(Json value) {
        return compare(Fragment.JSON_NE, value);
    }

    public Condition<M> eqIfPresent(@Nullable Json value) {
        return compareIfPresent(Fragment.JSON_EQ, value);
    }
}
