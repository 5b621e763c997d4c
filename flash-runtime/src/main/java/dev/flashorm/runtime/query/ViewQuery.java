package dev.flashorm.runtime.query;

import java.util.List;

/** Rows of a view, which can only be read. */
public final class ViewQuery<M> extends Selection<M, ViewQuery<M>> {
    ViewQuery(Scope scope, Table<M> table, Condition<M> condition, List<Order<M>> orders, long skip, long take) {
        super(scope, table, condition, orders, skip, take);
    }

    /** All rows. */
    public ViewQuery(Scope scope, Table<M> table) {
        this(scope, table, Condition.absent(), List.of(), -1, -1);
    }

    @Override
    ViewQuery<M> narrowed(Condition<M> where, List<Order<M>> orderBy, long skipped, long taken) {
        return new ViewQuery<>(scope, table, where, orderBy, skipped, taken);
    }
}
