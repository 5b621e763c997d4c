package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A value that each row has, or each group of rows: a column, an aggregate, what a relation adds. It can be selected and
 * be sorted by.
 *
 * @param <M> the record of the rows that have it
 * @param <T> the value; null where the database has NULL
 */
public abstract class Expression<M, T> {
    Expression() {}

    /** Adds what its text depends on. */
    abstract void shape(Shape shape);

    /** Its SQL, for rows of this alias. */
    abstract String in(SqlText text, String alias);

    /**
     * Sets its parameters.
     *
     * @return the index after the last
     */
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        return index;
    }

    /** How its values travel. */
    abstract ColumnType<T> storage();

    final SqlType<T> type() {
        return (SqlType<T>) storage();
    }

    /** Says to the visitor what it is. */
    public abstract <R> R accept(ExpressionVisitor<R> visitor);

    /** That it compares so with a value. */
    abstract Condition<M> compared(Fragment operator, T value);

    /** What it is where the database has this. */
    @Nullable
    T completed(@Nullable T found) {
        return found;
    }

    abstract @Nullable T read(ResultSet rows, int index) throws SQLException;

    /** Whether it can be NULL. */
    abstract boolean isNullable();

    /** Whether it is one value for many rows. */
    boolean isAggregate() {
        return false;
    }
}
