package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How values of one column type travel between Java and a database. Stateless; a constant of the provider's types.
 *
 * @param <T> the Java type
 */
public abstract class SqlType<T> implements ColumnType<T> {
    private final int jdbcType;

    /** @param jdbcType of {@link java.sql.Types}, for NULL */
    protected SqlType(int jdbcType) {
        this.jdbcType = jdbcType;
    }

    /** A type whose NULL is that of another, so that a prepared statement serves both value and NULL. */
    protected SqlType(SqlType<T> other) {
        this(other.jdbcType);
    }

    /** The value of a column of the current row; null for SQL NULL. */
    public abstract @Nullable T read(ResultSet rows, int index) throws SQLException;

    /** Sets a parameter, counted from 1. */
    public abstract void set(PreparedStatement statement, int index, T value) throws SQLException;

    /** Sets a parameter to a value or to NULL. */
    public final void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
        if (value == null) {
            statement.setNull(index, jdbcType);
        } else {
            set(statement, index, value);
        }
    }

    /** Sets one parameter to many values, where the database has arrays. */
    public void bindAll(PreparedStatement statement, int index, Collection<? extends @Nullable T> values)
            throws SQLException {
        throw new UnsupportedOperationException("This database has no arrays.");
    }

    /** The value as the database writes it in a text, where the database copies rows of such. */
    public String text(T value) {
        throw new UnsupportedOperationException("This database copies no rows.");
    }
}
