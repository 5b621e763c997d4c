package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order of rows: just after or just before one of them.
 *
 * @param row the one that the place is next to
 * @param isBefore whether the rows before it are wanted
 */
public record Cursor<M>(M row, boolean isBefore) {
    /** An order in which each row has a place of its own. */
    static <M> List<Order<M>> total(Table<M> table, List<Order<M>> orders) {
        List<Column<M, ?>> sorted = new ArrayList<>();
        orders.forEach(order -> sorted.add(order.column()));
        List<UniqueKey<M>> keys = table.keys();
        if (orders.isEmpty()
                || keys.isEmpty()
                || keys.stream().anyMatch(key -> sorted.containsAll(key.columns()) && isRequired(key))) {
            return orders;
        }
        List<Order<M>> total = new ArrayList<>(orders);
        for (Column<M, ?> column : keys.get(0).columns()) {
            if (!sorted.contains(column)) {
                total.add(new Order<>(column, Fragment.ASC));
            }
        }
        return total;
    }

    private static boolean isRequired(UniqueKey<?> key) {
        return key.columns().stream().noneMatch(Column::isNullable);
    }

    /** That rows lie on the wanted side of the place, in this order. */
    Condition<M> condition(List<Order<M>> orders) {
        if (orders.isEmpty()) {
            throw new IllegalStateException("after and before need an order: without one, no row comes after another.");
        }
        List<Condition<M>> choices = new ArrayList<>();
        List<Condition<M>> same = new ArrayList<>();
        Condition<M> bound = Condition.absent();
        for (Order<M> order : orders) {
            Column<M, ?> column = order.column();
            Side<M> side = side(order, column);
            if (side.further() != null) {
                same.add(side.further());
                choices.add(Junction.of(true, List.copyOf(same)));
                same.remove(same.size() - 1);
            }
            if (same.isEmpty() && orders.size() > 1) {
                // Says nothing new, but an index on the first column can use it.
                bound = side.reached();
            }
            same.add(side.equal());
        }
        if (choices.isEmpty()) {
            return never(orders.get(0).column());
        }
        return bound.and(Junction.of(false, choices));
    }

    private static <M, T> Condition<M> never(Column<M, T> column) {
        return new ListCondition<>(column, Fragment.IN, List.of());
    }

    private <T> Side<M> side(Order<M> order, Column<M, T> column) {
        @Nullable T value = column.get(row);
        boolean nullsFurther = order.hasNullsFirst() == isBefore;
        if (value == null) {
            return new Side<>(column.isNull(), nullsFurther ? null : column.isNotNull(), Condition.absent());
        }
        boolean up = order.isDescending() == isBefore;
        Condition<M> further = compared(column, up ? Fragment.GT : Fragment.LT, value);
        Condition<M> reached = compared(column, up ? Fragment.GTE : Fragment.LTE, value);
        boolean addsNulls = column.isNullable() && nullsFurther;
        return new Side<>(
                new ValueCondition<>(column, Fragment.EQ, value),
                addsNulls ? further.or(column.isNull()) : further,
                addsNulls ? Condition.absent() : reached);
    }

    private static <M, T> Condition<M> compared(Column<M, T> column, Fragment operator, T value) {
        return value instanceof Enum
                ? new EnumCondition<>(column, operator, value)
                : new ValueCondition<>(column, operator, value);
    }

    /**
     * What lies on the wanted side of one value.
     *
     * @param further null if nothing does
     * @param reached the same, or the value itself; absent where it is not worth saying
     */
    private record Side<M>(Condition<M> equal, @Nullable Condition<M> further, Condition<M> reached) {}

    /** The same order, the other way round. */
    static <M> List<Order<M>> reversed(List<Order<M>> orders) {
        return orders.stream().map(Order::reversed).toList();
    }
}
