package dev.flashorm.runtime.query;

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

    Query(Scope scope, Rows<M> rows, Supplier<C> changes) {
        super(scope, rows);
        this.changes = changes;
    }

    @Override
    Query<M, C> narrowed(Rows<M> narrower) {
        return new Query<>(scope, narrower, changes);
    }

    /**
     * Changes all of these rows in one statement.
     *
     * @return how many there were
     * @throws IllegalStateException if no condition was given, or an order or a page was
     */
    public long updateMany(Consumer<? super C> change) {
        requireOnlyCondition("updateMany", "updateAll");
        return Changes.update(scope, rows.table(), rows.condition(), changes.get(), change);
    }

    /**
     * Deletes all of these rows in one statement.
     *
     * @return how many there were
     * @throws IllegalStateException if no condition was given, or an order or a page was
     */
    public long deleteMany() {
        requireOnlyCondition("deleteMany", "deleteAll");
        return scope.engine().delete(scope, rows.table(), rows.condition());
    }

    /** A condition that fell away must never turn a change of some rows into a change of all. */
    private void requireOnlyCondition(String method, String methodForAll) {
        if (rows.condition().isAbsent()) {
            throw new IllegalStateException(method + " has no condition: if all rows of "
                    + rows.table().model() + " are meant, use " + methodForAll + ".");
        }
        if (!rows.isOnlyCondition()) {
            throw new IllegalStateException(method + " takes no order and no page: databases have none for it.");
        }
    }
}
