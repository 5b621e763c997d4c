package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.RelatedWrite.Connect;
import dev.flashorm.runtime.query.RelatedWrite.ConnectOrCreate;
import dev.flashorm.runtime.query.RelatedWrite.Create;
import dev.flashorm.runtime.query.RelatedWrite.Delete;
import dev.flashorm.runtime.query.RelatedWrite.Disconnect;
import dev.flashorm.runtime.query.RelatedWrite.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A relation whose foreign key is in the related table. */
final class ChildRelation<M, D, T, E> extends Related<M, D, T, E> {
    private final Supplier<? extends Changes> changes;
    private final BiFunction<E, M, E> attach;

    ChildRelation(
            Link<M, T> link,
            Supplier<Inserter<T, E>> inserter,
            Supplier<? extends Changes> changes,
            BiFunction<E, M, E> attach) {
        super(link, inserter);
        this.changes = changes;
        this.attach = attach;
    }

    @Override
    void after(Scope scope, List<M> records, List<Placed<T, E>> writes) {
        List<E> created = new ArrayList<>();
        for (Placed<T, E> placed : writes) {
            M record = records.get(placed.index());
            if (placed.write() instanceof Disconnect<T, E> disconnect) {
                scope.engine().update(scope, link.target(), of(record, disconnect.which()), key(null));
            } else if (placed.write() instanceof Delete<T, E> delete) {
                scope.engine().delete(scope, link.target(), of(record, delete.which()));
            } else if (placed.write() instanceof Connect<T, E> connect) {
                if (scope.engine().update(scope, link.target(), connect.which(), key(record)) == 0) {
                    throw notFound();
                }
            } else if (placed.write() instanceof ConnectOrCreate<T, E> either) {
                inserter(scope).upsert(scope, attached(either.drafts(), record), either.key(), key(record));
            } else if (placed.write() instanceof Create<T, E> create) {
                created.addAll(attached(create.drafts(), record));
            }
        }
        if (!created.isEmpty()) {
            inserter(scope).write(scope, inserter(scope).completed(created));
        }
    }

    private List<E> attached(List<E> drafts, M record) {
        return drafts.stream().map(draft -> attach.apply(draft, record)).toList();
    }

    /** The related records of one record that satisfy a condition. */
    private Condition<T> of(M record, Condition<T> which) {
        Object key = Objects.requireNonNull(Keys.of(record, link.local()));
        Condition<T> own = new KeyCondition<>(List.of(key), link.remote().get());
        return which.isAbsent() ? own : own.and(which);
    }

    /** The foreign key set to a record, or to nothing. */
    private Changes key(@Nullable M record) {
        Changes made = changes.get();
        List<? extends Column<T, ?>> remote = link.remote().get();
        for (int i = 0; i < remote.size(); i++) {
            made.put(remote.get(i), record == null ? null : link.local().get(i).get(record));
        }
        made.stamp();
        return made;
    }
}
