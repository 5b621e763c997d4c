package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import java.util.List;

/** All rows of a view. The generated subclass adds what its keys allow. */
public abstract class ViewTable<M> extends Selection<M, ViewQuery<M>> {
    protected ViewTable(Scope scope, Table<M> table) {
        super(scope, table, Condition.absent(), List.of(), -1, -1);
    }

    @Override
    final ViewQuery<M> narrowed(Condition<M> where, List<Order<M>> orderBy, long skipped, long taken) {
        return new ViewQuery<>(scope, table, where, orderBy, skipped, taken);
    }

    protected final Scope scope() {
        return scope;
    }

    protected final RecordNotFoundException notFound(String sought) {
        return new RecordNotFoundException(table.model(), sought);
    }
}
