package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.PairLink.Pair;
import dev.flashorm.runtime.query.RelatedWrite.Delete;
import dev.flashorm.runtime.query.RelatedWrite.Disconnect;
import dev.flashorm.runtime.query.RelatedWrite.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A relation of many to many: by a table of pairs that no model names, or by a list of keys at each end. */
final class PairRelation<M, D, T, E> extends Related<M, D, T, E> {
    private final PairLink<M, T> pairs;

    PairRelation(PairLink<M, T> pairs, Supplier<Inserter<T, E>> inserter) {
        super(pairs.link(), inserter);
        this.pairs = pairs;
    }

    @Override
    void after(Scope scope, List<M> records, List<Placed<T, E>> writes) {
        List<List<T>> targets = targets(scope, writes);
        List<Pair> made = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            M record = records.get(writes.get(i).index());
            Object local = key(Keys.of(record, pairs.local()));
            if (writes.get(i).write() instanceof Disconnect<T, E> disconnect) {
                scope.engine().unpair(scope, pairs, record, local, disconnect.which());
            } else if (writes.get(i).write() instanceof Delete<T, E> delete) {
                delete(scope, record, local, delete.which());
            }
            for (T target : targets.get(i)) {
                made.add(new Pair(local, key(Keys.of(target, pairs.remote()))));
            }
        }
        if (!made.isEmpty()) {
            scope.engine().pair(scope, pairs, made);
        }
    }

    private static Object key(@Nullable Object key) {
        return Objects.requireNonNull(key);
    }

    /** Pairs refer to the records: they go first. */
    private void delete(Scope scope, M record, Object local, Condition<T> which) {
        Rows<T> wanted = Rows.all(link.target());
        List<T> related = scope.engine()
                .related(scope, link, which.isAbsent() ? wanted : wanted.where(which), List.of(record))
                .get(0);
        scope.engine().unpair(scope, pairs, record, local, which);
        if (!related.isEmpty()) {
            List<Object> keys = related.stream()
                    .map(row -> key(Keys.of(row, pairs.remote())))
                    .toList();
            scope.engine().delete(scope, link.target(), new KeyCondition<>(keys, pairs.remote()));
        }
    }
}
