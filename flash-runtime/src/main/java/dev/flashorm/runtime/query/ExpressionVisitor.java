package dev.flashorm.runtime.query;

import org.jspecify.annotations.Nullable;

/**
 * Takes an expression apart for a database that has another language than SQL; see {@link ConditionVisitor}.
 *
 * @param <R> what becomes of an expression
 */
public interface ExpressionVisitor<R> {
    R column(Column<?, ?> column);

    /** @param column whose values it is of; null for the number of rows */
    R aggregate(@Nullable Column<?, ?> column, Fragment function);

    /** A value of the one related record, if there is one. */
    <M, T> R related(Link<M, T> link, Expression<T, ?> value);

    /** How many related records there are. */
    <M, T> R count(Link<M, T> link, Condition<T> condition);

    /**
     * A part of a JSON value.
     *
     * @param kind {@link Fragment#JSON_TEXT} or {@link Fragment#JSON_NUMBER}
     */
    R json(JsonPath<?> path, Fragment kind);
}
