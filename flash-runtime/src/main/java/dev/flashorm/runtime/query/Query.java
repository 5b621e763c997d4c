package dev.flashorm.runtime.query;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Chosen rows of a table, which can be changed and deleted together.
 *
 * @param <M> the record of a row
 * @param <C> the changes that can be made to it
 */
public final class Query<M, C extends Changes> extends Selection<M, Query<M, C>> {
    private final Supplier<C> changes;

    Query(
            Scope scope,
            Table<M> table,
            Supplier<C> changes,
            Condition<M> condition,
            List<Order<M>> orders,
            long skip,
            long take) {
        super(scope, table, condition, orders, skip, take);
        this.changes = changes;
    }

    @Override
    Query<M, C> narrowed(Condition<M> where, List<Order<M>> orderBy, long skipped, long taken) {
        return new Query<>(scope, table, changes, where, orderBy, skipped, taken);
    }

    /**
     * Changes all of these rows in one statement.
     *
     * @return how many there were
     * @throws IllegalStateException if no condition was given, or an order or a page was
     */
    public long updateMany(Consumer<? super C> change) {
        requireOnlyCondition("updateMany", "updateAll");
        return Changes.update(scope, table, condition, changes.get(), change);
    }

    /**
     * Deletes all of these rows in one statement.
     *
     * @return how many there were
     * @throws IllegalStateException if no condition was given, or an order or a page was
     */
    public long deleteMany() {
        requireOnlyCondition("deleteMany", "deleteAll");
        return scope.engine().delete(scope, table, condition);
    }

    /** A condition that fell away must never turn a change of some rows into a change of all. */
    private void requireOnlyCondition(String method, String methodForAll) {
        if (condition.isAbsent()) {
            throw new IllegalStateException(method + " has no condition: if all rows of " + table.model()
                    + " are meant, use " + methodForAll + ".");
        }
        if (!orders.isEmpty() || skip >= 0 || take >= 0) {
            throw new IllegalStateException(method + " takes no order and no page: databases have none for it.");
        }
    }
}
