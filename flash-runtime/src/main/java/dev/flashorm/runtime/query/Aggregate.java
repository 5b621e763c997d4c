package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import dev.flashorm.runtime.query.type.LongType;
import dev.flashorm.runtime.query.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * One value of many rows. As in SQL, values that are null do not count, and of no values at all the sum, the average,
 * the least and the greatest are null; {@link #orElse} gives another answer.
 *
 * @param <M> the record of the rows
 * @param <T> the value
 */
public final class Aggregate<M, T> extends ComputedValue<M, T> {
    private static final SqlType<Long> COUNT = new LongType();

    private final @Nullable Column<M, ?> column;
    private final Fragment function;
    private final @Nullable T otherwise;

    private Aggregate(@Nullable Column<M, ?> column, Fragment function, ColumnType<T> type, @Nullable T otherwise) {
        super(type);
        this.column = column;
        this.function = function;
        this.otherwise = otherwise;
    }

    /** How many rows there are. */
    public static <M> Aggregate<M, Long> count() {
        return new Aggregate<>(null, Fragment.COUNT, COUNT, null);
    }

    static <M> Aggregate<M, Long> count(Column<M, ?> column, Fragment function) {
        return new Aggregate<>(column, function, COUNT, null);
    }

    static <M, T> Aggregate<M, T> of(Column<M, ?> column, Fragment function, ColumnType<T> type) {
        return new Aggregate<>(column, function, type, null);
    }

    /** This value where there would be none: {@code Users.VISITS.sum().orElse(0L)}. */
    public Aggregate<M, T> orElse(T value) {
        return new Aggregate<>(column, function, storage(), value);
    }

    @Override
    @SuppressWarnings("EnumOrdinal")
    void shape(Shape shape) {
        shape.add(AGGREGATE - function.ordinal());
        shape.add(column == null ? -1 : column.ordinal());
    }

    @Override
    String in(SqlText text, String alias) {
        return Dialect.fill(text.dialect().fragment(function), column == null ? "*" : column.in(alias));
    }

    @Override
    @Nullable
    T completed(@Nullable T found) {
        return found == null ? otherwise : found;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.aggregate(column, function);
    }

    @Override
    boolean isNullable() {
        return function != Fragment.COUNT && function != Fragment.COUNT_DISTINCT;
    }

    @Override
    boolean isAggregate() {
        return true;
    }

    private static final int AGGREGATE = -1_000;
}
