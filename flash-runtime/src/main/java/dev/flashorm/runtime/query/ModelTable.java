package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All rows of a model's table. The generated subclass adds what the model's keys allow.
 *
 * @param <M> the record of a row
 * @param <D> the draft of a new row
 * @param <C> the changes that can be made to a row
 */
public abstract class ModelTable<M, D, C extends Changes> extends Selection<M, Query<M, C>> {
    private final Insert<M, D> insert;
    private final Supplier<C> changes;

    protected ModelTable(Scope scope, Table<M> table, Insert<M, D> insert, Supplier<C> changes) {
        super(scope, table, Condition.absent(), List.of(), -1, -1);
        this.insert = insert;
        this.changes = changes;
    }

    @Override
    final Query<M, C> narrowed(Condition<M> where, List<Order<M>> orderBy, long skipped, long taken) {
        return new Query<>(scope, table, changes, where, orderBy, skipped, taken);
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

    /** Changes every row of the table. */
    public final long updateAll(Consumer<? super C> change) {
        return Changes.update(scope, table, condition, changes.get(), change);
    }

    /** Deletes every row of the table. */
    public final long deleteAll() {
        return Query.delete(this);
    }

    /** The draft with the values that the client makes: ids, the present time. */
    protected D completed(D draft) {
        return draft;
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
