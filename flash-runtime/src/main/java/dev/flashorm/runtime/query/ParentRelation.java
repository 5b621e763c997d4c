package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.RelatedWrite.Placed;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** A relation whose foreign key is in the record's own table. */
final class ParentRelation<M, D, T, E> extends Related<M, D, T, E> {
    private final BiFunction<D, T, D> attach;

    ParentRelation(Link<M, T> link, Supplier<Inserter<T, E>> inserter, BiFunction<D, T, D> attach) {
        super(link, inserter);
        this.attach = attach;
    }

    @Override
    void before(Scope scope, List<D> drafts, List<Placed<T, E>> writes) {
        List<List<T>> targets = targets(scope, writes);
        for (int i = 0; i < targets.size(); i++) {
            int index = writes.get(i).index();
            T parent = Selection.only(link.target(), targets.get(i));
            drafts.set(index, attach.apply(drafts.get(index), parent));
        }
    }
}
