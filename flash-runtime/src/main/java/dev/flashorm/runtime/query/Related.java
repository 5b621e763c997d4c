package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import dev.flashorm.runtime.query.RelatedWrite.Connect;
import dev.flashorm.runtime.query.RelatedWrite.ConnectOrCreate;
import dev.flashorm.runtime.query.RelatedWrite.Create;
import dev.flashorm.runtime.query.RelatedWrite.Placed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A relation by which related records are written with a record: a constant of generated code.
 *
 * @param <M> the record
 * @param <D> its draft
 * @param <T> the related record
 * @param <E> its draft
 */
public abstract class Related<M, D, T, E> {
    final Link<M, T> link;
    private final Supplier<Inserter<T, E>> inserter;

    Related(Link<M, T> link, Supplier<Inserter<T, E>> inserter) {
        this.link = link;
        this.inserter = inserter;
    }

    /** Whose key the record has: it is written first. */
    public static <M, D, T, E> Related<M, D, T, E> parent(
            ToOne<M, T> relation, Supplier<Inserter<T, E>> inserter, BiFunction<D, T, D> attach) {
        return new ParentRelation<>(relation.link(), inserter, attach);
    }

    /** Those that have the record's key: they are written afterwards. */
    public static <M, D, T, E> Related<M, D, T, E> children(
            ToMany<M, T> relation,
            Supplier<Inserter<T, E>> inserter,
            Supplier<? extends Changes> changes,
            BiFunction<E, M, E> attach) {
        return new ChildRelation<>(relation.link(), inserter, changes, attach);
    }

    /** The one that has the record's key. */
    public static <M, D, T, E> Related<M, D, T, E> child(
            ToOne<M, T> relation,
            Supplier<Inserter<T, E>> inserter,
            Supplier<? extends Changes> changes,
            BiFunction<E, M, E> attach) {
        return new ChildRelation<>(relation.link(), inserter, changes, attach);
    }

    /** Those that a table of pairs names. */
    public static <M, D, T, E> Related<M, D, T, E> pairs(ToMany<M, T> relation, Supplier<Inserter<T, E>> inserter) {
        return new PairRelation<>(new PairLink<>(relation.link(), null), inserter);
    }

    /**
     * Those whose keys are in a list.
     *
     * @param opposite whose list has the record's key; given late, because models refer to each other in circles
     */
    public static <M, D, T, E> Related<M, D, T, E> lists(
            ToMany<M, T> relation, Supplier<ToMany<T, M>> opposite, Supplier<Inserter<T, E>> inserter) {
        return new PairRelation<>(
                new PairLink<>(relation.link(), () -> opposite.get().link()), inserter);
    }

    /** Writes what must be there before the drafts are, and changes the drafts accordingly. */
    void before(Scope scope, List<D> drafts, List<Placed<T, E>> writes) {}

    /** Writes what needs the records. */
    void after(Scope scope, List<M> records, List<Placed<T, E>> writes) {}

    Inserter<T, E> inserter(Scope scope) {
        return scope.engine().inserting(link.target(), inserter.get());
    }

    /** The related records of each write, all that are created at once. */
    List<List<T>> targets(Scope scope, List<Placed<T, E>> writes) {
        List<E> drafts = new ArrayList<>();
        Map<UniqueKey<T>, List<E>> byKey = new LinkedHashMap<>();
        for (Placed<T, E> placed : writes) {
            if (placed.write() instanceof Create<T, E> create) {
                drafts.addAll(create.drafts());
            } else if (placed.write() instanceof ConnectOrCreate<T, E> either) {
                byKey.computeIfAbsent(either.key(), key -> new ArrayList<>()).addAll(either.drafts());
            }
        }
        Inserter<T, E> inserting = inserter(scope);
        Iterator<T> created = inserting.many(scope, inserting.completed(drafts)).iterator();
        Map<UniqueKey<T>, Iterator<T>> found = new LinkedHashMap<>();
        byKey.forEach((key, wanted) -> found.put(
                key, inserting.upsert(scope, wanted, key, Changes.NONE).iterator()));
        List<List<T>> targets = new ArrayList<>();
        for (Placed<T, E> placed : writes) {
            if (placed.write() instanceof Create<T, E> create) {
                targets.add(next(created, create.drafts().size()));
            } else if (placed.write() instanceof ConnectOrCreate<T, E> either) {
                targets.add(next(
                        Objects.requireNonNull(found.get(either.key())),
                        either.drafts().size()));
            } else if (placed.write() instanceof Connect<T, E> connect) {
                targets.add(existing(scope, connect.which()));
            } else {
                targets.add(List.of());
            }
        }
        return targets;
    }

    private static <T> List<T> next(Iterator<T> rows, int count) {
        List<T> next = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            next.add(rows.next());
        }
        return next;
    }

    private List<T> existing(Scope scope, Condition<T> which) {
        Table<T> table = link.target();
        List<T> rows = scope.engine().list(scope, Rows.all(table).where(which), Long.MAX_VALUE);
        if (rows.isEmpty()) {
            throw notFound();
        }
        return rows;
    }

    RecordNotFoundException notFound() {
        return new RecordNotFoundException(link.target().model(), "condition");
    }
}
