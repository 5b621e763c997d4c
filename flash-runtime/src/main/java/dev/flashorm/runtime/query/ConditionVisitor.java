package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.util.List;

/**
 * Takes a condition apart for a database that has another language than SQL. Each method is one kind of condition; its
 * arguments are what the caller gave, not rendered in any way.
 *
 * @param <R> what becomes of a condition
 */
public interface ConditionVisitor<R> {
    /** All of the parts, or one at least; no parts at all stand for no condition. */
    <M> R junction(boolean all, List<Condition<M>> parts);

    <M> R not(Condition<M> condition);

    <T> R compare(Column<?, T> column, Fragment operator, T value);

    <T> R between(Column<?, T> column, T from, T to);

    /** @param operator {@link Fragment#IN} or {@link Fragment#NOT_IN} */
    <T> R among(Column<?, T> column, Fragment operator, List<T> values);

    /** What is said of a column without a value: null, not null, an empty list. */
    R plain(Column<?, ?> column, Fragment operator);

    /**
     * A text that has another in it.
     *
     * @param before whether anything may stand before it
     * @param after whether anything may stand after it
     */
    R pattern(Column<?, String> column, Fragment operator, boolean before, String part, boolean after);

    /** A list that has an element. */
    <E> R element(Column<?, ?> column, ColumnType<E> type, E element);

    /** What is said of a document inside the document. */
    <T> R composite(Column<?, T> column, Condition<T> condition);

    /** What is said of a list of documents inside the document. */
    <T> R composites(Column<?, List<T>> column, Quantifier quantifier, Condition<T> condition);

    /** What is said of related records. */
    <M, T> R related(Link<M, T> link, Quantifier quantifier, Condition<T> condition);
}
