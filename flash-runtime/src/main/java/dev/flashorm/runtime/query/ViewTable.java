package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;

/** All rows of a view. The generated subclass adds what its keys allow. */
public abstract class ViewTable<M> extends Selection<M, ViewQuery<M>> {
    protected ViewTable(Scope scope, Table<M> table) {
        super(scope, Rows.all(table));
    }

    @Override
    final ViewQuery<M> narrowed(Rows<M> narrower) {
        return new ViewQuery<>(scope, narrower);
    }

    protected final Scope scope() {
        return scope;
    }

    protected final RecordNotFoundException notFound(String sought) {
        return new RecordNotFoundException(rows.table().model(), sought);
    }
}
