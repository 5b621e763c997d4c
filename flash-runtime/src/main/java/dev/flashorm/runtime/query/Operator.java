package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An operator of the application's own, in the database's SQL: `{}` stands for the column, `?` for a value, which is sent
 * as the column keeps it. Keep it as a constant: each one has its statements prepared.
 *
 * <pre>{@code
 * static final Operator SOUNDS_LIKE = Operator.of("SOUNDEX({}) = SOUNDEX(?)");
 * db.users().where(SOUNDS_LIKE.on(Users.NAME, "Meier"))
 * }</pre>
 */
public final class Operator {
    private static final AtomicInteger LAST = new AtomicInteger();

    private final String template;
    private final int parameters;
    private final int number = LAST.incrementAndGet();

    private Operator(String template) {
        this.template = template;
        this.parameters = parameters(template);
    }

    /**
     * @param template part of the program, never of a request: it goes into the statement as it is. A question mark that
     *     is no value is doubled, as the driver wants it
     * @throws IllegalArgumentException if it has no `{}`
     */
    public static Operator of(String template) {
        if (!template.contains("{}")) {
            throw new IllegalArgumentException("The template has no {} for the column: " + template);
        }
        return new Operator(template);
    }

    private static int parameters(String template) {
        int count = 0;
        for (int at = template.indexOf('?'); at >= 0; at = template.indexOf('?', at + 1)) {
            if (template.startsWith("??", at)) {
                at++;
            } else {
                count++;
            }
        }
        return count;
    }

    /**
     * The condition that a row's value satisfies it.
     *
     * @param values one for each `?`, in their order; none of them null
     * @throws IllegalArgumentException for another number of values
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <M, T> Condition<M> on(Column<M, T> column, T... values) {
        if (values.length != parameters) {
            throw new IllegalArgumentException(
                    "The template takes " + parameters + " values, but was given " + values.length + ": " + template);
        }
        for (T value : values) {
            Objects.requireNonNull(value, () -> column.name() + ": an operator needs its values");
        }
        return new OfColumn<>(this, column, List.copyOf(Arrays.asList(values)));
    }

    @Override
    public String toString() {
        return template;
    }

    private static final class OfColumn<M, T> extends Condition<M> {
        private static final int TEMPLATE = -8_000;

        private final Operator operator;
        private final Column<M, T> column;
        private final List<T> values;

        OfColumn(Operator operator, Column<M, T> column, List<T> values) {
            this.operator = operator;
            this.column = column;
            this.values = values;
        }

        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            throw new UnsupportedOperationException("Only databases with SQL have operators from a template.");
        }

        @Override
        void shape(Shape shape) {
            shape.add(TEMPLATE);
            shape.add(operator.number);
            shape.add(column.ordinal());
        }

        @Override
        void write(SqlText sql, String alias) {
            sql.append("(")
                    .append(Dialect.fill(operator.template, column.in(alias)))
                    .append(")");
        }

        @Override
        int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
            int next = index;
            for (T value : values) {
                column.type().set(statement, next++, value);
            }
            return next;
        }
    }
}
