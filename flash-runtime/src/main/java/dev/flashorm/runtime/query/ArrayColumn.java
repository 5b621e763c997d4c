package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.util.List;

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

    public Condition<M> isEmpty() {
        return new NullCondition<>(this, Fragment.IS_EMPTY);
    }
}
