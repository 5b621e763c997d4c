package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All rows of a table to which code cannot add: the schema hides a column that every row must have.
 *
 * @param <M> the record of a row
 * @param <C> the changes that can be made to a row
 */
public abstract class FixedTable<M, C extends Changes> extends Selection<M, Query<M, C>> {
    private final Supplier<C> changes;

    protected FixedTable(Scope scope, Table<M> table, Supplier<C> changes) {
        super(scope, table, Condition.absent(), List.of(), -1, -1);
        this.changes = changes;
    }

    @Override
    final Query<M, C> narrowed(Condition<M> where, List<Order<M>> orderBy, long skipped, long taken) {
        return new Query<>(scope, table, changes, where, orderBy, skipped, taken);
    }

    /** Changes every row of the table. */
    public final long updateAll(Consumer<? super C> change) {
        return Changes.update(scope, table, condition, changes.get(), change);
    }

    /** Deletes every row of the table. */
    public final long deleteAll() {
        return scope.engine().delete(scope, table, condition);
    }

    protected final Scope scope() {
        return scope;
    }

    /** Changes the rows of a key, of which there is one at most. */
    protected final boolean update(Condition<M> key, Consumer<? super C> change) {
        return Changes.update(scope, table, key, changes.get(), change) > 0;
    }

    protected final RecordNotFoundException notFound(String sought) {
        return new RecordNotFoundException(table.model(), sought);
    }
}
