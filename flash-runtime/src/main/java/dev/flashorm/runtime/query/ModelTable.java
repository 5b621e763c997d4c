package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * All rows of a model's table. The generated subclass adds what the model's keys allow.
 *
 * @param <M> the record of a row
 * @param <D> the draft of a new row
 * @param <C> the changes that can be made to a row
 */
public abstract class ModelTable<M, D, C extends Changes> extends FixedTable<M, C> {
    private final Inserter<M, D> insert;

    protected ModelTable(Scope scope, Table<M> table, Supplier<C> changes, Inserter<M, D> insert) {
        super(scope, table, changes);
        this.insert = insert;
    }

    /** Inserts a row, and gives it as the database keeps it. */
    public final M create(D draft) {
        return insert.one(scope, completed(draft));
    }

    /** Inserts rows, all or none, and gives them in the order of the drafts. */
    public final List<M> createMany(Collection<? extends D> drafts) {
        List<D> completed = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            completed.add(completed(draft));
        }
        return insert.many(scope, completed);
    }

    /** The draft with the values that the client makes: ids, the present time. */
    protected D completed(D draft) {
        return draft;
    }
}
