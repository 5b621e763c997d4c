package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How records of a model are inserted.
 *
 * @param <M> the record
 * @param <D> its draft
 */
public interface Inserter<M, D> {
    /** The draft with the values that the client makes: ids, the present time. */
    default D completed(D draft) {
        return draft;
    }

    default List<D> completed(Collection<? extends D> drafts) {
        List<D> completed = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            completed.add(completed(draft));
        }
        return completed;
    }

    /**
     * Gives the record as the database keeps it.
     *
     * @param draft a completed one
     */
    M one(Scope scope, D draft);

    /**
     * All of them or none, in the order of the drafts.
     *
     * @param drafts completed ones
     */
    List<M> many(Scope scope, List<D> drafts);

    /**
     * Inserts records, or changes those that have the same values of the key; gives them in the order of the drafts.
     *
     * @param drafts as they were given, not completed
     * @param changes what happens to a record that is there; none of the key's columns
     */
    default List<M> upsert(Scope scope, List<D> drafts, UniqueKey<M> key, Changes changes) {
        throw new UnsupportedOperationException("This database has no upsert yet.");
    }

    /**
     * That a record has the draft's values of the key; null if the draft lacks one.
     *
     * @param draft a completed one, without related records
     */
    @Nullable
    Condition<M> sameKey(D draft, UniqueKey<M> key);

    /**
     * All of them or none, without giving them back.
     *
     * @param drafts completed ones
     */
    default void write(Scope scope, List<D> drafts) {
        many(scope, drafts);
    }

    /**
     * Those whose keys are not there yet.
     *
     * @param drafts completed ones
     * @return how many there were
     */
    default long writeMissing(Scope scope, List<D> drafts) {
        throw new UnsupportedOperationException("This database has no insert that skips duplicates yet.");
    }
}
