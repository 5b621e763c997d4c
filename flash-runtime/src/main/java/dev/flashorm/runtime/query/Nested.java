package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.RelatedWrite.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

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

    /** Whether anything is written with one of the drafts. */
    public static <M, D> boolean isAny(List<D> drafts, Function<D, Nested<M, D>> nested) {
        return drafts.stream().anyMatch(draft -> !nested.apply(draft).isEmpty());
    }

    /** @throws IllegalArgumentException if anything is written with one of the drafts */
    public static <M, D> void requireNone(List<D> drafts, Function<D, Nested<M, D>> nested) {
        if (isAny(drafts, nested)) {
            throw new IllegalArgumentException("Only create and createMany write related records with a row.");
        }
    }

    /**
     * What the records refer to, then the records, then what refers to them.
     *
     * @param nested what is written with a draft
     * @param insert inserts the records of drafts alone
     */
    public static <M, D> List<M> insert(
            Scope scope, List<D> drafts, Function<D, Nested<M, D>> nested, BiFunction<Scope, List<D>, List<M>> insert) {
        return scope.session().togetherIfPossible(transaction -> {
            Scope inside = scope.in(transaction);
            var related = byRelation(drafts.stream().map(nested).toList());
            List<D> complete = new ArrayList<>(drafts);
            related.forEach((relation, writes) -> before(inside, relation, complete, writes));
            List<M> records = insert.apply(inside, complete);
            related.forEach((relation, writes) -> after(inside, relation, records, writes));
            return records;
        });
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

    private static <M, D, T, E> void before(
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
