package dev.flashorm.runtime.query;

import org.jspecify.annotations.Nullable;

/**
 * A change of a number by the database, so that two at once are both counted.
 *
 * @param <C> the changes that this belongs to
 */
public final class NumberChange<C extends Changes, T> {
    private final C changes;
    private final Column<?, T> column;

    public NumberChange(C changes, Column<?, T> column) {
        this.changes = changes;
        this.column = column;
    }

    public C increment(T by) {
        return apply(Fragment.INCREMENT, by);
    }

    public C decrement(T by) {
        return apply(Fragment.DECREMENT, by);
    }

    public C multiply(T by) {
        return apply(Fragment.MULTIPLY, by);
    }

    /** Whole numbers are divided as the database does it. */
    public C divide(T by) {
        return apply(Fragment.DIVIDE, by);
    }

    private C apply(Fragment operation, @Nullable T by) {
        changes.apply(column, operation, column.required(by, operation));
        return changes;
    }
}
