package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import org.jspecify.annotations.Nullable;

/** A document inside the document (MongoDB), whose fields have conditions of their own. */
public final class CompositeColumn<M, T> extends Column<M, T> {
    CompositeColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<T> type) {
        super(table, ordinal, name, sql, type);
    }

    /** Equal to a value in all of its fields, which are in the document in this order, and in no other. */
    public Condition<M> eq(T value) {
        return compare(Fragment.EQ, value);
    }

    public Condition<M> eqIfPresent(@Nullable T value) {
        return compareIfPresent(Fragment.EQ, value);
    }

    /** Whose document satisfies the condition; one without a document does not match. */
    public Condition<M> is(Condition<T> condition) {
        return condition.isAbsent() ? isNotNull() : CompositeCondition.of(this, condition);
    }

    /** Whose document does not satisfy the condition, or is not there. */
    public Condition<M> isNot(Condition<T> condition) {
        return isNull().or(Condition.not(is(condition)));
    }
}
