package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of documents inside the document (MongoDB). */
public final class CompositeListColumn<M, T> extends Column<M, List<T>> {
    CompositeListColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<List<T>> type) {
        super(table, ordinal, name, sql, type);
    }

    public Condition<M> eq(List<T> values) {
        return compare(Fragment.LIST_EQ, values);
    }

    public Condition<M> eqIfPresent(@Nullable List<T> values) {
        return compareIfPresent(Fragment.LIST_EQ, values);
    }

    /** Who has a document that satisfies the condition. */
    public Condition<M> some(Condition<T> wanted) {
        return CompositeCondition.of(this, Quantifier.SOME, wanted);
    }

    /** Whose documents all satisfy the condition; who has none matches. */
    public Condition<M> every(Condition<T> wanted) {
        return CompositeCondition.of(this, Quantifier.EVERY, wanted);
    }

    /** Who has no document that satisfies the condition. */
    public Condition<M> none(Condition<T> wanted) {
        return CompositeCondition.of(this, Quantifier.NONE, wanted);
    }

    public Condition<M> isEmpty() {
        return new NullCondition<>(this, Fragment.IS_EMPTY);
    }
}
