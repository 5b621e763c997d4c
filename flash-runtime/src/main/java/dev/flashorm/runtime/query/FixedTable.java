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
        super(scope, Rows.all(table));
        this.changes = changes;
    }

    @Override
    final Query<M, C> narrowed(Rows<M> narrower) {
        return new Query<>(scope, narrower, changes);
    }

    /** Changes every row of the table. */
    public final long updateAll(Consumer<? super C> change) {
        return Changes.update(scope, rows.table(), rows.condition(), changes.get(), change);
    }

    /** Deletes every row of the table. */
    public final long deleteAll() {
        return scope.engine().delete(scope, rows.table(), rows.condition());
    }

    final Supplier<C> changes() {
        return changes;
    }

    protected final Scope scope() {
        return scope;
    }

    /** Changes the rows of a key, of which there is one at most. */
    protected final boolean update(Condition<M> key, Consumer<? super C> change) {
        Changes made = Changes.made(changes.get(), change);
        Nested<M, Object> related = made.related();
        if (related.isEmpty()) {
            return Changes.update(scope, rows.table(), key, made) > 0;
        }
        return scope.session().transaction(transaction -> {
            Scope inside = scope.in(transaction);
            List<M> found = inside.engine().list(inside, Rows.all(rows.table()).where(key), 1);
            if (found.isEmpty()) {
                return false;
            }
            if (!made.isEmpty()) {
                inside.engine().update(inside, rows.table(), key, made);
            }
            Nested.byRelation(List.of(related))
                    .forEach((relation, writes) -> Nested.after(inside, relation, found, writes));
            return true;
        });
    }

    protected final RecordNotFoundException notFound(String sought) {
        return new RecordNotFoundException(rows.table().model(), sought);
    }
}
