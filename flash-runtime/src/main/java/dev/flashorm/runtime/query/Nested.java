package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.RelatedWrite.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written with a record: related records to create or to connect. Immutable.
 *
 * @param <M> the record
 * @param <D> its draft
 */
public final class Nested<M, D> {
    private static final Nested<?, ?> NONE = new Nested<>(List.of());

    private final List<Entry<M, D, ?, ?>> entries;

    private Nested(List<Entry<M, D, ?, ?>> entries) {
        this.entries = entries;
    }

    private record Entry<M, D, T, E>(Related<M, D, T, E> relation, RelatedWrite<T, E> write) {}

    @SuppressWarnings("unchecked")
    public static <M, D> Nested<M, D> none() {
        return (Nested<M, D>) NONE;
    }

    public <T, E> Nested<M, D> create(Related<M, D, T, E> relation, List<E> drafts) {
        return with(relation, new RelatedWrite.Create<>(List.copyOf(drafts)));
    }

    public <T, E> Nested<M, D> connect(Related<M, D, T, E> relation, Condition<T> which) {
        return with(relation, new RelatedWrite.Connect<>(which));
    }

    public <T, E> Nested<M, D> connectOrCreate(Related<M, D, T, E> relation, UniqueKey<T> key, List<E> drafts) {
        return with(relation, new RelatedWrite.ConnectOrCreate<>(key, List.copyOf(drafts)));
    }

    <T, E> Nested<M, D> with(Related<M, D, T, E> relation, RelatedWrite<T, E> write) {
        List<Entry<M, D, ?, ?>> more = new ArrayList<>(entries);
        more.add(new Entry<>(relation, write));
        return new Nested<>(List.copyOf(more));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What was said of each relation, for all drafts together: the statements do not depend on how many there are. */
    static <M, D> Map<Related<M, D, ?, ?>, List<Placed<?, ?>>> byRelation(List<Nested<M, D>> all) {
        Map<Related<M, D, ?, ?>, List<Placed<?, ?>>> grouped = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (Entry<M, D, ?, ?> entry : all.get(i).entries) {
                grouped.computeIfAbsent(entry.relation(), relation -> new ArrayList<>())
                        .add(new Placed<>(i, entry.write()));
            }
        }
        return grouped;
    }

    static <M, D, T, E> void before(
            Scope scope, Related<M, D, T, E> relation, List<D> drafts, List<Placed<?, ?>> writes) {
        relation.before(scope, drafts, typed(writes));
    }

    static <M, D, T, E> void after(
            Scope scope, Related<M, D, T, E> relation, List<M> records, List<Placed<?, ?>> writes) {
        relation.after(scope, records, typed(writes));
    }

    /** An entry's write has the types of its relation, by which they were grouped. */
    @SuppressWarnings("unchecked")
    private static <T, E> List<Placed<T, E>> typed(List<Placed<?, ?>> writes) {
        return (List<Placed<T, E>>) (List<?>) writes;
    }
}
