package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column whose values can be equal, no more: UUID, enum, bytes. */
public sealed class ValueColumn<M, T> extends Column<M, T> permits OrderedColumn, BooleanColumn {
    ValueColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<T> type) {
        super(table, ordinal, name, sql, type);
    }

    /** Equal to a value, which is not null: see {@link #isNull} and {@link #eqIfPresent}. */
    public final Condition<M> eq(T value) {
        return compare(Fragment.EQ, value);
    }

    /** Another value; a row without value does not match. */
    public final Condition<M> ne(T value) {
        return compare(Fragment.NE, value);
    }

    /** Equal to the value, or no condition at all when it is null. */
    public final Condition<M> eqIfPresent(@Nullable T value) {
        return compareIfPresent(Fragment.EQ, value);
    }

    public final Condition<M> neIfPresent(@Nullable T value) {
        return compareIfPresent(Fragment.NE, value);
    }

    /** One of the values, of which there may be any number; none matches nothing. */
    public final Condition<M> in(Collection<? extends T> values) {
        return among(Fragment.IN, values);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> in(T... values) {
        return among(Fragment.IN, List.of(values));
    }

    /** One of the values, or no condition at all when there is no collection. */
    public final Condition<M> inIfPresent(@Nullable Collection<? extends T> values) {
        return values == null ? Condition.absent() : among(Fragment.IN, values);
    }

    /** None of the values; a row without value does not match, unless the collection is empty. */
    public final Condition<M> notIn(Collection<? extends T> values) {
        return among(Fragment.NOT_IN, values);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> notIn(T... values) {
        return among(Fragment.NOT_IN, List.of(values));
    }

    /** None of the values, or no condition at all when there is no collection. */
    public final Condition<M> notInIfPresent(@Nullable Collection<? extends T> values) {
        return values == null ? Condition.absent() : among(Fragment.NOT_IN, values);
    }

    /** How many different values there are; null is none. */
    public final Aggregate<M, Long> countDistinct() {
        return Aggregate.count(this, Fragment.COUNT_DISTINCT);
    }

    public final Order<M> asc() {
        return new Order<>(this, Fragment.ASC);
    }

    public final Order<M> desc() {
        return new Order<>(this, Fragment.DESC);
    }
}
