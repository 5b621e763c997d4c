package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a table are meant, and in which order. Immutable.
 *
 * @param skip how many of the first to leave out; negative for none
 * @param take how many at most; negative for all
 * @param lock how they are locked, if they are
 * @param cursor where in the order they begin or end, if that was said; an {@link Engine} never sees one
 */
public record Rows<M>(
        Table<M> table,
        Condition<M> condition,
        List<Order<M>> orders,
        long skip,
        long take,
        @Nullable RowLock lock,
        @Nullable Cursor<M> cursor) {

    /** Rows that are only read. */
    public Rows(Table<M> table, Condition<M> condition, List<Order<M>> orders, long skip, long take) {
        this(table, condition, orders, skip, take, null, null);
    }

    public static <M> Rows<M> all(Table<M> table) {
        return new Rows<>(table, Condition.absent(), List.of(), -1, -1, null, null);
    }

    public Rows<M> where(Condition<M> more) {
        Condition<M> all = condition.isAbsent() ? more : condition.and(more);
        return new Rows<>(table, all, orders, skip, take, lock, cursor);
    }

    Rows<M> orderBy(List<Order<M>> more) {
        if (orders.isEmpty()) {
            return ordered(List.copyOf(more));
        }
        List<Order<M>> all = new ArrayList<>(orders);
        all.addAll(more);
        return ordered(List.copyOf(all));
    }

    /** In this order and no other. */
    Rows<M> ordered(List<Order<M>> wanted) {
        return new Rows<>(table, condition, wanted, skip, take, lock, cursor);
    }

    Rows<M> skip(long count) {
        return new Rows<>(table, condition, orders, natural(count), take, lock, cursor);
    }

    Rows<M> take(long count) {
        return new Rows<>(table, condition, orders, skip, natural(count), lock, cursor);
    }

    /** No more than so many, and no more than before. */
    Rows<M> atMost(long count) {
        return take >= 0 && take <= count ? this : take(count);
    }

    Rows<M> locked(RowLock wanted) {
        return new Rows<>(table, condition, orders, skip, take, wanted, cursor);
    }

    Rows<M> from(Cursor<M> place) {
        return new Rows<>(table, condition, orders, skip, take, lock, place);
    }

    /** The same rows without a cursor; in the contrary order if {@link #isBackwards}. */
    Rows<M> resolved() {
        if (cursor == null) {
            return this;
        }
        List<Order<M>> total = Cursor.total(table, orders);
        Condition<M> side = cursor.condition(total);
        Condition<M> all = condition.isAbsent() ? side : condition.and(side);
        List<Order<M>> order = isBackwards() ? Cursor.reversed(total) : total;
        return new Rows<>(table, all, order, skip, take, lock, null);
    }

    /** Whether the rows are counted from a place back. */
    boolean isBackwards() {
        return cursor != null && cursor.isBefore() && isPaged();
    }

    boolean isPaged() {
        return skip > 0 || take >= 0;
    }

    /** Whether nothing but a condition was said. */
    boolean isOnlyCondition() {
        return orders.isEmpty() && skip < 0 && take < 0 && lock == null && cursor == null;
    }

    static long natural(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("skip and take need zero or more, but were given " + count
                    + "; for the last rows sort the other way round, or use before(…).");
        }
        return count;
    }
}
