package dev.flashorm.runtime.query;

import java.util.List;

/**
 * What happens to the records of a relation when a record is updated.
 *
 * @param <C> the changes that this belongs to
 * @param <T> the related record
 * @param <E> its draft
 */
public final class RelatedChanges<C extends Changes, T, E> {
    private final C changes;
    private final Related<?, ?, T, E> relation;

    public RelatedChanges(C changes, Related<?, ?, T, E> relation) {
        this.changes = changes;
        this.relation = relation;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final C create(E... drafts) {
        return with(new RelatedWrite.Create<>(List.of(drafts)));
    }

    /** Records that are there already; one at least. */
    public C connect(Condition<T> which) {
        return with(new RelatedWrite.Connect<>(which));
    }

    /** Those that have the drafts' values of the key; those that are not there are created. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final C connectOrCreate(UniqueKey<T> key, E... drafts) {
        return with(new RelatedWrite.ConnectOrCreate<>(key, List.of(drafts)));
    }

    public C disconnect(Condition<T> which) {
        return with(new RelatedWrite.Disconnect<>(which));
    }

    public C disconnectAll() {
        return with(new RelatedWrite.Disconnect<>(Condition.absent()));
    }

    /** These and no others. */
    public C set(Condition<T> which) {
        disconnectAll();
        return connect(which);
    }

    /** Deletes those of the related records that satisfy a condition. */
    public C delete(Condition<T> which) {
        return with(new RelatedWrite.Delete<>(which));
    }

    public C deleteAll() {
        return with(new RelatedWrite.Delete<>(Condition.absent()));
    }

    private C with(RelatedWrite<T, E> write) {
        changes.relate(relation, write);
        return changes;
    }
}
