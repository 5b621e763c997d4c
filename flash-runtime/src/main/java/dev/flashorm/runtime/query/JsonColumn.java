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

    public Condition<M> neIfPresent(@Nullable Json value) {
        return compareIfPresent(Fragment.JSON_NE, value);
    }

    /** A member of the object, a member of that, and so on. */
    public JsonPath<M> at(String... keys) {
        return JsonPath.root(this).at(keys);
    }

    /** An element of the array, counted from 0. */
    public JsonPath<M> at(int index) {
        return JsonPath.root(this).at(index);
    }

    /** An object with this member. */
    public Condition<M> hasKey(String key) {
        return at(key).exists();
    }

    /** Contains this value: see {@link JsonPath#contains}. */
    public Condition<M> contains(Json value) {
        return JsonPath.root(this).contains(value);
    }

    public Condition<M> hasKeyIfPresent(@Nullable String key) {
        return key == null ? Condition.absent() : hasKey(key);
    }

    public Condition<M> containsIfPresent(@Nullable Json value) {
        return value == null ? Condition.absent() : contains(value);
    }
}
