package dev.flashorm.runtime.query;

import dev.flashorm.runtime.Binder;
import dev.flashorm.runtime.RecordNotFoundException;
import dev.flashorm.runtime.StaleRecordException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
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

    /**
     * Changes rows, each in its own way, all or none: one batch where the database takes one.
     *
     * @param items what the changes are made from
     * @param which the rows of an item, mostly one by its key
     * @param change the changes of an item's rows
     * @return how many rows there were
     * @throws IllegalArgumentException if an item has no condition
     */
    public final <T> long updateEach(
            Collection<? extends T> items,
            Function<? super T, Condition<M>> which,
            BiConsumer<? super T, ? super C> change) {
        List<RowUpdate<M>> updates = new ArrayList<>(items.size());
        for (T item : items) {
            Condition<M> condition = which.apply(item);
            if (condition.isAbsent()) {
                throw new IllegalArgumentException("updateEach has no condition for " + item + ": if all rows of "
                        + rows.table().model() + " are meant, use updateAll.");
            }
            C made = Changes.made(changes.get(), each -> change.accept(item, each));
            Changes.requireNothingRelated(made);
            updates.add(new RowUpdate<>(condition, made));
        }
        return updates.size() <= 1
                ? updateEach(scope, updates)
                : scope.session().together(transaction -> updateEach(scope.in(transaction), updates));
    }

    private long updateEach(Scope inside, List<RowUpdate<M>> updates) {
        for (RowUpdate<M> update : updates) {
            if (update.changes().isEmpty()) {
                return oneByOne(inside, updates);
            }
        }
        return inside.engine().updateEach(inside, rows.table(), updates);
    }

    private long oneByOne(Scope inside, List<RowUpdate<M>> updates) {
        long count = 0;
        for (RowUpdate<M> update : updates) {
            count += Changes.update(inside, rows.table(), update.which(), update.changes());
        }
        return count;
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
        return update(key, Changes.made(changes.get(), change));
    }

    private boolean update(Condition<M> key, Changes made) {
        Nested<M, Object> related = made.related();
        if (related.isEmpty()) {
            return Changes.update(scope, rows.table(), key, made) > 0;
        }
        return scope.session().togetherIfPossible(transaction -> {
            Scope inside = scope.in(transaction);
            List<M> found = inside.engine().list(inside, Rows.all(rows.table()).where(key), 1);
            if (found.isEmpty()) {
                return false;
            }
            // Somebody may have been faster than this transaction could lock the row.
            if (!made.isEmpty() && inside.engine().update(inside, rows.table(), key, made) == 0) {
                return false;
            }
            Nested.byRelation(List.of(related))
                    .forEach((relation, writes) -> Nested.after(inside, relation, found, writes));
            return true;
        });
    }

    /**
     * Deletes the row of a key.
     *
     * @param sql the same as a statement that was made beforehand
     */
    protected final boolean delete(Condition<M> key, String sql, Binder binder) {
        long count = scope.engine().hasDeleteHooks(rows.table())
                ? scope.engine().delete(scope, rows.table(), key)
                : scope.session().update(sql, binder);
        return count > 0;
    }

    /**
     * Changes a row that must be as it was read, its related records too.
     *
     * @param version counts the changes of the row
     * @throws StaleRecordException if there is no such row any more
     */
    protected final void updateAsRead(M row, UniqueKey<M> key, Column<M, ?> version, Consumer<? super C> change) {
        C made = changes.get();
        change.accept(made);
        made.stamp();
        if (!update(asRead(row, key, version), made)) {
            throw stale(row, key);
        }
    }

    /**
     * Deletes a row that must be as it was read.
     *
     * @throws StaleRecordException if there is no such row any more
     */
    protected final void deleteAsRead(M row, UniqueKey<M> key, Column<M, ?> version) {
        if (scope.engine().delete(scope, rows.table(), asRead(row, key, version)) == 0) {
            throw stale(row, key);
        }
    }

    final Condition<M> asRead(M row, UniqueKey<M> key, Column<M, ?> version) {
        return key.of(row).and(Column.equal(version, row));
    }

    final StaleRecordException stale(M row, UniqueKey<M> key) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column<M, ?> column : key.columns()) {
            values.put(column.name(), Objects.requireNonNull(column.get(row)));
        }
        return new StaleRecordException(rows.table().model(), values);
    }

    protected final RecordNotFoundException notFound(String sought) {
        return new RecordNotFoundException(rows.table().model(), sought);
    }
}
