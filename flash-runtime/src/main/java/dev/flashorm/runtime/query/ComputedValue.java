package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that the database works out: it can be selected, compared and sorted by.
 *
 * @param <M> the record of the rows
 * @param <T> the value
 */
public abstract class ComputedValue<M, T> extends Expression<M, T> {
    private final ColumnType<T> type;

    ComputedValue(ColumnType<T> type) {
        this.type = type;
    }

    public final Condition<M> eq(T value) {
        return compare(Fragment.EQ, value);
    }

    public final Condition<M> ne(T value) {
        return compare(Fragment.NE, value);
    }

    public final Condition<M> lt(T value) {
        return compare(Fragment.LT, value);
    }

    public final Condition<M> lte(T value) {
        return compare(Fragment.LTE, value);
    }

    public final Condition<M> gt(T value) {
        return compare(Fragment.GT, value);
    }

    public final Condition<M> gte(T value) {
        return compare(Fragment.GTE, value);
    }

    /** From one value to another, both included. */
    public final Condition<M> between(T from, T to) {
        return gte(from).and(lte(to));
    }

    public final Condition<M> eqIfPresent(@Nullable T value) {
        return value == null ? Condition.absent() : eq(value);
    }

    public final Condition<M> neIfPresent(@Nullable T value) {
        return value == null ? Condition.absent() : ne(value);
    }

    public final Condition<M> ltIfPresent(@Nullable T value) {
        return value == null ? Condition.absent() : lt(value);
    }

    public final Condition<M> lteIfPresent(@Nullable T value) {
        return value == null ? Condition.absent() : lte(value);
    }

    public final Condition<M> gtIfPresent(@Nullable T value) {
        return value == null ? Condition.absent() : gt(value);
    }

    public final Condition<M> gteIfPresent(@Nullable T value) {
        return value == null ? Condition.absent() : gte(value);
    }

    /** From one value to another; a bound that is null is none. */
    public final Condition<M> betweenIfPresent(@Nullable T from, @Nullable T to) {
        return gteIfPresent(from).and(lteIfPresent(to));
    }

    public final Order<M> asc() {
        return new Order<>(this, Fragment.ASC);
    }

    public final Order<M> desc() {
        return new Order<>(this, Fragment.DESC);
    }

    @Override
    public final ColumnType<T> storage() {
        return type;
    }

    @Override
    @Nullable
    T read(ResultSet rows, int index) throws SQLException {
        return type().read(rows, index);
    }

    @Override
    final Condition<M> compared(Fragment operator, T value) {
        return compare(operator, value);
    }

    /** Says to the visitor that it compares so with a value. */
    <R extends @Nullable Object> R compared(ConditionVisitor<R> visitor, Fragment operator, T value) {
        return visitor.computed(this, operator, value);
    }

    private Condition<M> compare(Fragment operator, T value) {
        return new ComputedCondition<>(this, operator, Objects.requireNonNull(value, "a comparison needs a value"));
    }
}
