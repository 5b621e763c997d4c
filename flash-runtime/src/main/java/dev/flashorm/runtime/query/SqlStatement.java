package dev.flashorm.runtime.query;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the user's own, for what queries cannot say. Values stand in it as {@code ?}, never as text. It runs on
 * the database or in the transaction that it was made by, like any other.
 */
public final class SqlStatement {
    private final Scope scope;
    private final String sql;
    private final @Nullable Object[] parameters;

    /**
     * @param parameters texts, numbers, booleans, bytes and null; values of other types as {@link Column#parameter}
     * @throws IllegalArgumentException for a class that is none of these
     */
    public SqlStatement(Scope scope, String sql, @Nullable Object... parameters) {
        this.scope = scope;
        this.sql = sql;
        this.parameters = parameters.clone();
        for (Object parameter : parameters) {
            requireKnown(parameter);
        }
    }

    /**
     * Makes a value of a row.
     *
     * @param <R> the value
     */
    @FunctionalInterface
    public interface RowFunction<R> {
        R of(SqlRow row) throws SQLException;
    }

    private static void requireKnown(@Nullable Object parameter) {
        if (parameter == null) {
            return;
        }
        boolean isKnown = parameter instanceof String
                || parameter instanceof Integer
                || parameter instanceof Long
                || parameter instanceof Double
                || parameter instanceof BigDecimal
                || parameter instanceof Boolean
                || parameter instanceof byte[]
                || parameter instanceof SqlParameter;
        if (!isKnown) {
            throw new IllegalArgumentException("How a " + parameter.getClass().getName()
                    + " is kept, only its column knows: give it as Users.CREATED_AT.parameter(value).");
        }
    }

    /**
     * Runs it for its effect.
     *
     * @return the number of rows that it matched
     */
    public long execute() {
        return scope.session().update(sql, this::bind);
    }

    /** Makes a value of each row that it gives. */
    public <R> Mapped<R> map(RowFunction<? extends R> make) {
        return new Mapped<>(this, make);
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object parameter : parameters) {
            if (parameter instanceof SqlParameter typed) {
                typed.bind(statement, index);
            } else if (parameter == null) {
                statement.setNull(index, Types.NULL);
            } else if (parameter instanceof BigDecimal number) {
                statement.setBigDecimal(index, number);
            } else if (parameter instanceof byte[] bytes) {
                statement.setBytes(index, bytes);
            } else {
                statement.setObject(index, parameter);
            }
            index++;
        }
    }

    /**
     * What a statement gives, each row as a value of the caller's own.
     *
     * @param <R> the value
     */
    public static final class Mapped<R> {
        private final SqlStatement statement;
        private final RowFunction<? extends R> make;

        private Mapped(SqlStatement statement, RowFunction<? extends R> make) {
            this.statement = statement;
            this.make = make;
        }

        public List<R> list() {
            return statement.scope.session().query(statement.sql, statement::bind, this::readAll);
        }

        private List<R> readAll(ResultSet rows) throws SQLException {
            List<R> values = new ArrayList<>();
            SqlRow row = new SqlRow(rows);
            while (rows.next()) {
                values.add(make.of(row));
            }
            return values;
        }

        /** The first one, if there is one that is not null. */
        public Optional<R> first() {
            return statement
                    .scope
                    .session()
                    .query(
                            statement.sql,
                            statement::bind,
                            rows -> rows.next() ? Optional.ofNullable(make.of(new SqlRow(rows))) : Optional.empty());
        }

        /**
         * The only one.
         *
         * @throws IllegalStateException if there is none, or if there are several
         */
        public R one() {
            List<R> found = list();
            if (found.size() != 1) {
                throw new IllegalStateException("One row was expected, but the statement gave " + found.size() + ".");
            }
            return found.get(0);
        }

        /** Read when they are asked for; it belongs into a {@code try}, because it holds a connection. */
        public Stream<R> stream() {
            return statement.scope.session().stream(
                    statement.sql, statement::bind, Selection.FETCH_SIZE, rows -> make.of(new SqlRow(rows)));
        }

        /** One after another, in memory that does not grow with their number; then everything is closed. */
        public void forEach(Consumer<? super R> action) {
            try (Stream<R> values = stream()) {
                values.forEach(action);
            }
        }
    }
}
