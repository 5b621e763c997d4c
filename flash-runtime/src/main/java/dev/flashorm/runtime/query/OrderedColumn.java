package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import org.jspecify.annotations.Nullable;

/** A column whose values have an order. */
public abstract sealed class OrderedColumn<M, T> extends ValueColumn<M, T>
        permits StringColumn, NumberColumn, TimeColumn {
    OrderedColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<T> type) {
        super(table, ordinal, name, sql, type);
    }

    public final Condition<M> lt(T value) {
        return compare(Fragment.LT, value);
    }

    public final Condition<M> lte(T value) {
        return compare(Fragment.LTE, value);
    }

    public final Condition<M> gt(T value) {
        return compare(Fragment.GT, value);
    }

    public final Condition<M> gte(T value) {
        return compare(Fragment.GTE, value);
    }

    /** From one value to another, both included. */
    public final Condition<M> between(T from, T to) {
        return new RangeCondition<>(this, required(from, Fragment.BETWEEN), required(to, Fragment.BETWEEN));
    }

    public final Condition<M> ltIfPresent(@Nullable T value) {
        return compareIfPresent(Fragment.LT, value);
    }

    public final Condition<M> lteIfPresent(@Nullable T value) {
        return compareIfPresent(Fragment.LTE, value);
    }

    public final Condition<M> gtIfPresent(@Nullable T value) {
        return compareIfPresent(Fragment.GT, value);
    }

    public final Condition<M> gteIfPresent(@Nullable T value) {
        return compareIfPresent(Fragment.GTE, value);
    }

    /** From one value to another; a bound that is null is none. */
    public final Condition<M> betweenIfPresent(@Nullable T from, @Nullable T to) {
        return from != null && to != null
                ? between(from, to)
                : gteIfPresent(from).and(lteIfPresent(to));
    }

    /** The least value; null if there is none. */
    public final Aggregate<M, T> min() {
        return Aggregate.of(this, Fragment.MIN, storage());
    }

    /** The greatest value; null if there is none. */
    public final Aggregate<M, T> max() {
        return Aggregate.of(this, Fragment.MAX, storage());
    }
}
