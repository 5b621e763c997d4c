package dev.flashorm.runtime.query;

/** Rows of a view, which can only be read. */
public final class ViewQuery<M> extends Selection<M, ViewQuery<M>> {
    ViewQuery(Scope scope, Rows<M> rows) {
        super(scope, rows);
    }

    @Override
    ViewQuery<M> narrowed(Rows<M> narrower) {
        return new ViewQuery<>(scope, narrower);
    }
}
