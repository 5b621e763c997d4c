package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a model: a constant of generated code. Its kinds add the operators that their type has.
 *
 * @param <M> the model's record
 * @param <T> the type of its values
 */
public abstract class Column<M, T> extends Expression<M, T> {
    /** Above the numbers of all fragments. */
    private static final int PLAIN = 0xFF;

    private final Table<M> table;
    private final int ordinal;
    private final String name;
    private final String sql;
    private final ColumnType<T> type;
    private final boolean isNullable;

    Column(Table<M> table, int ordinal, String name, String sql, ColumnType<T> type) {
        this.table = table;
        this.ordinal = ordinal;
        this.name = name;
        this.sql = sql;
        this.type = type;
        this.isNullable = table.isNullable(name);
    }

    /** The field's name in the schema file. */
    public final String name() {
        return name;
    }

    public Condition<M> isNull() {
        return new NullCondition<>(this, Fragment.IS_NULL);
    }

    public Condition<M> isNotNull() {
        return new NullCondition<>(this, Fragment.IS_NOT_NULL);
    }

    final Condition<M> compare(Fragment operator, @Nullable T value) {
        return new ValueCondition<>(this, operator, required(value, operator));
    }

    @Override
    final Condition<M> compared(Fragment operator, T value) {
        return compare(operator, value);
    }

    final Condition<M> compareIfPresent(Fragment operator, @Nullable T value) {
        return value == null ? Condition.absent() : new ValueCondition<>(this, operator, value);
    }

    final Condition<M> among(Fragment operator, Collection<? extends T> values) {
        Object[] copy = values.toArray();
        for (Object value : copy) {
            Objects.requireNonNull(value, () -> name + ": a list of values has a null; use isNull()");
        }
        @SuppressWarnings("unchecked")
        List<T> checked = (List<T>) Arrays.asList(copy);
        return new ListCondition<>(this, operator, checked);
    }

    final T required(@Nullable T value, Fragment operator) {
        return Objects.requireNonNull(
                value, () -> name + ": " + operator + " needs a value; use isNull(), or the form …IfPresent");
    }

    /** The table that has it. */
    public final Table<M> table() {
        return table;
    }

    final int ordinal() {
        return ordinal;
    }

    /** The name in the database, quoted where that has quotes. */
    public final String sql() {
        return sql;
    }

    final String in(String alias) {
        return alias + '.' + sql;
    }

    @Override
    public final ColumnType<T> storage() {
        return type;
    }

    @Override
    public final <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.column(this);
    }

    @Override
    void shape(Shape shape) {
        shape.add((ordinal << 8) | PLAIN);
    }

    @Override
    String in(SqlText text, String alias) {
        return in(alias);
    }

    @Override
    @Nullable
    T read(ResultSet rows, int index) throws SQLException {
        return type().read(rows, index);
    }

    @Override
    boolean isNullable() {
        return isNullable;
    }

    /** A value for a statement of the user's own, sent as this column keeps it. */
    public final SqlParameter parameter(@Nullable T value) {
        return SqlParameter.of(type(), value);
    }

    /** How many rows have a value here. */
    public final Aggregate<M, Long> count() {
        return Aggregate.count(this, Fragment.COUNT);
    }

    /** The value of this column in a record. */
    @SuppressWarnings("unchecked")
    public final @Nullable T get(M row) {
        return (T) table.values().get(row, ordinal);
    }

    /** That a row has the same value here as this one, where it is not null. */
    static <M, T> Condition<M> equal(Column<M, T> column, M row) {
        return column.compare(Fragment.EQ, column.get(row));
    }

    /** A number for this column with an operator, unlike that of any other of the table; kept nowhere but in memory. */
    @SuppressWarnings("EnumOrdinal")
    final int code(Fragment operator) {
        return (ordinal << 8) | operator.ordinal();
    }

    @Override
    public final String toString() {
        return table.model() + "." + name;
    }
}
