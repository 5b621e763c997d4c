package dev.flashorm.runtime.query;

import java.util.List;

/**
 * What happens to related records when a record is written.
 *
 * @param <T> the related record
 * @param <E> its draft
 */
sealed interface RelatedWrite<T, E> {
    record Create<T, E>(List<E> drafts) implements RelatedWrite<T, E> {}

    /** Records that are there already; one at least. */
    record Connect<T, E>(Condition<T> which) implements RelatedWrite<T, E> {}

    record ConnectOrCreate<T, E>(UniqueKey<T> key, List<E> drafts) implements RelatedWrite<T, E> {}

    /** @param which absent for all */
    record Disconnect<T, E>(Condition<T> which) implements RelatedWrite<T, E> {}

    /** @param which absent for all */
    record Delete<T, E>(Condition<T> which) implements RelatedWrite<T, E> {}

    /** For which of the records that are written. */
    record Placed<T, E>(int index, RelatedWrite<T, E> write) {}
}
