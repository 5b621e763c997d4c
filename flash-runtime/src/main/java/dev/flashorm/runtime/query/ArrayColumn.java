package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of values in one column (PostgreSQL). */
public final class ArrayColumn<M, E> extends Column<M, List<E>> {
    private final ColumnType<E> element;

    ArrayColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<List<E>> type, ColumnType<E> element) {
        super(table, ordinal, name, sql, type);
        this.element = element;
    }

    public Condition<M> eq(List<E> values) {
        return compare(Fragment.LIST_EQ, values);
    }

    /** Other elements, or the same in another order. */
    public Condition<M> ne(List<E> values) {
        return compare(Fragment.LIST_NE, values);
    }

    /** Has this element. */
    public Condition<M> has(E value) {
        return new ElementCondition<>(this, element, value);
    }

    /** Has each of these elements. */
    public Condition<M> hasEvery(List<E> values) {
        return compare(Fragment.HAS_EVERY, values);
    }

    /** Has one of these elements at least. */
    public Condition<M> hasSome(List<E> values) {
        return compare(Fragment.HAS_SOME, values);
    }

    public Condition<M> eqIfPresent(@Nullable List<E> values) {
        return compareIfPresent(Fragment.LIST_EQ, values);
    }

    public Condition<M> neIfPresent(@Nullable List<E> values) {
        return compareIfPresent(Fragment.LIST_NE, values);
    }

    public Condition<M> hasIfPresent(@Nullable E value) {
        return value == null ? Condition.absent() : has(value);
    }

    public Condition<M> hasEveryIfPresent(@Nullable List<E> values) {
        return compareIfPresent(Fragment.HAS_EVERY, values);
    }

    public Condition<M> hasSomeIfPresent(@Nullable List<E> values) {
        return compareIfPresent(Fragment.HAS_SOME, values);
    }

    /** A list without elements. */
    public Condition<M> isEmpty() {
        return new NullCondition<>(this, Fragment.IS_EMPTY);
    }
}
