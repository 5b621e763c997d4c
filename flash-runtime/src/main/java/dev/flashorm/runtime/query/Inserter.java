package dev.flashorm.runtime.query;

import java.util.List;

/**
 * How records of a model are inserted.
 *
 * @param <M> the record
 * @param <D> its draft, complete with what the client makes
 */
public interface Inserter<M, D> {
    /** Gives the record as the database keeps it. */
    M one(Scope scope, D draft);

    /** All of them or none, in the order of the drafts. */
    List<M> many(Scope scope, List<D> drafts);
}
