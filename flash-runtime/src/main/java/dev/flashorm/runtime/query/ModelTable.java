package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All rows of a model's table. The generated subclass adds what the model's keys allow.
 *
 * @param <M> the record of a row
 * @param <D> the draft of a new row
 * @param <C> the changes that can be made to a row
 */
public abstract class ModelTable<M, D, C extends Changes> extends FixedTable<M, C> {
    private static final int COPIED_AT_ONCE = 5_120;

    private final Inserter<M, D> insert;

    protected ModelTable(Scope scope, Table<M> table, Supplier<C> changes, Inserter<M, D> insert) {
        super(scope, table, changes);
        this.insert = scope.engine().inserting(table, insert);
    }

    /** Inserts a row, and gives it as the database keeps it. */
    public final M create(D draft) {
        return insert.one(scope, insert.completed(draft));
    }

    /** Inserts rows, all or none, and gives them in the order of the drafts. */
    public final List<M> createMany(Collection<? extends D> drafts) {
        return insert.many(scope, insert.completed(drafts));
    }

    /**
     * Inserts the rows whose keys are not there yet; what another constraint forbids is an error all the same.
     *
     * @return how many there were
     */
    public final long createManySkippingDuplicates(Collection<? extends D> drafts) {
        return drafts.isEmpty() ? 0 : insert.writeMissing(scope, insert.completed(drafts));
    }

    /**
     * Inserts any number of rows, all or none, without giving them back. No more than some thousand are in memory.
     *
     * @return how many there were
     */
    public final long copyIn(Stream<? extends D> drafts) {
        return scope.session().together(transaction -> {
            Scope inside = scope.in(transaction);
            List<D> part = new ArrayList<>(COPIED_AT_ONCE);
            long count = 0;
            for (Iterator<? extends D> rest = drafts.iterator(); rest.hasNext(); ) {
                part.add(insert.completed(rest.next()));
                if (part.size() == COPIED_AT_ONCE || !rest.hasNext()) {
                    insert.write(inside, part);
                    count += part.size();
                    part.clear();
                }
            }
            return count;
        });
    }

    /**
     * Inserts a row, or changes the one that has the draft's values of the key; no other transaction can come between.
     *
     * @param change what happens to a row that is there; it cannot change the key
     * @return the row as the database keeps it
     * @throws dev.flashorm.runtime.UniqueViolation if there is a row with the same value of another key
     */
    public final M upsert(D draft, UniqueKey<M> key, Consumer<? super C> change) {
        return upsert(List.of(draft), key, change).get(0);
    }

    /** The same for many rows, all or none, in the order of the drafts: one statement where the database can. */
    public final List<M> upsertMany(Collection<? extends D> drafts, UniqueKey<M> key, Consumer<? super C> change) {
        return upsert(List.copyOf(drafts), key, change);
    }

    /**
     * Gives values to the row of a key, which must be as it was read, or creates it.
     *
     * @param version counts the changes of the row
     * @param assign gives all values of the row
     * @throws dev.flashorm.runtime.StaleRecordException if the row is there, but not as it was read
     */
    protected final M saveAsRead(M row, UniqueKey<M> key, Column<M, ?> version, D draft, Consumer<? super C> assign) {
        C made = changes().get();
        assign.accept(made);
        made.stamp();
        long changed = scope.engine().update(scope, rows.table(), asRead(row, key, version), made);
        Optional<M> there = where(key.of(row)).first();
        if (changed == 0 && there.isPresent()) {
            throw stale(row, key);
        }
        return there.orElseGet(() -> create(draft));
    }

    private List<M> upsert(List<D> drafts, UniqueKey<M> key, Consumer<? super C> change) {
        Changes made = Changes.made(changes().get(), change);
        Changes.requireNothingRelated(made);
        for (Column<M, ?> column : key.columns()) {
            if (made.has(column)) {
                throw new IllegalArgumentException("An upsert by " + key + " can't change " + column.name() + ".");
            }
        }
        return insert.upsert(scope, drafts, key, made);
    }
}
