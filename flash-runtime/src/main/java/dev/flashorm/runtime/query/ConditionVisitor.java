package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * What is said of a value that the database works out.
     *
     * @param operator {@link Fragment#EQ} to {@link Fragment#GTE}
     */
    <T> R computed(ComputedValue<?, T> left, Fragment operator, T value);

    /**
     * What is said of a part of a JSON value. Without such a part nothing but its existence is true or false.
     *
     * @param value what it is compared with; null where the operator is {@link Fragment#JSON_PATH_EXISTS}
     */
    R json(JsonPath<?> path, Fragment operator, @Nullable Json value);

    /**
     * What is said of the string or number at a place in a JSON value; if something else is there, neither true nor false.
     *
     * @param kind {@link Fragment#JSON_TEXT} or {@link Fragment#JSON_NUMBER}
     * @param operator {@link Fragment#EQ} to {@link Fragment#GTE}
     */
    R jsonValue(JsonPath<?> path, Fragment kind, Fragment operator, Object value);

    /** That a string in a JSON value has another in it; see {@link #pattern}. */
    R jsonPattern(JsonPath<?> path, boolean before, String part, boolean after);

    /** What is said of a value of the one related record; without such a record it is neither true nor false. */
    <M, T> R relatedValue(Link<M, T> link, Condition<T> condition);

    /**
     * How many related records of a condition there are, compared with a number.
     *
     * @param operator {@link Fragment#EQ} to {@link Fragment#GTE}
     */
    <M, T> R relatedCount(Link<M, T> link, Condition<T> condition, Fragment operator, long number);

    /** What is said of related records. */
    <M, T> R related(Link<M, T> link, Quantifier quantifier, Condition<T> condition);
}
