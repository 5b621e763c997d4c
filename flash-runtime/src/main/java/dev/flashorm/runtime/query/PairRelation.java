package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.RelatedWrite.Delete;
import dev.flashorm.runtime.query.RelatedWrite.Disconnect;
import dev.flashorm.runtime.query.RelatedWrite.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A relation by a table of pairs that no model names. */
final class PairRelation<M, D, T, E> extends Related<M, D, T, E> {
    private static final int PAIRS = -60;
    private static final int UNPAIR = -61;

    /** As many rows as MariaDB keeps warnings of those that were there already. */
    private static final int MOST_PAIRS = 64;

    PairRelation(Link<M, T> link, Supplier<Inserter<T, E>> inserter) {
        super(link, inserter);
    }

    private record Pair(Object local, Object remote) {}

    @Override
    void after(Scope scope, List<M> records, List<Placed<T, E>> writes) {
        List<List<T>> targets = targets(scope, writes);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            Object local = key(Keys.of(records.get(writes.get(i).index()), link.local()));
            if (writes.get(i).write() instanceof Disconnect<T, E> disconnect) {
                unpair(scope, local, disconnect.which());
            } else if (writes.get(i).write() instanceof Delete<T, E> delete) {
                delete(scope, records.get(writes.get(i).index()), local, delete.which());
            }
            for (T target : targets.get(i)) {
                pairs.add(new Pair(local, key(Keys.of(target, link.remote().get()))));
            }
        }
        for (int from = 0; from < pairs.size(); from += MOST_PAIRS) {
            pair(scope, pairs.subList(from, Math.min(pairs.size(), from + MOST_PAIRS)));
        }
    }

    private static Object key(@Nullable Object key) {
        return Objects.requireNonNull(key);
    }

    private JoinTable table() {
        return Objects.requireNonNull(link.through());
    }

    /** A pair that is there already stays. */
    private void pair(Scope scope, List<Pair> pairs) {
        Shape shape = shape(scope, PAIRS);
        shape.add(pairs.size());
        String sql = scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            String rows = table().sql() + " (" + table().local() + ", " + table().remote() + ") VALUES (?, ?)"
                    + ", (?, ?)".repeat(pairs.size() - 1);
            return text.fragment(Fragment.INSERT_SKIPPING, rows).toString();
        });
        scope.session().insertSkipping(sql, statement -> {
            int index = 1;
            for (Pair pair : pairs) {
                Keys.bind(statement, index++, link.local().get(0), pair.local(), 0);
                Keys.bind(statement, index++, link.remote().get().get(0), pair.remote(), 0);
            }
        });
    }

    private void unpair(Scope scope, Object local, Condition<T> which) {
        Shape shape = shape(scope, UNPAIR);
        which.shape(shape);
        String sql = scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            text.append("DELETE FROM " + table().sql() + " WHERE " + table().local() + " = ?");
            if (!which.isAbsent()) {
                String alias = text.newAlias();
                text.append(" AND " + table().remote() + " IN (SELECT "
                        + link.remote().get().get(0).in(alias) + " FROM "
                        + link.target().sql() + " AS " + alias + " WHERE ");
                which.write(text, alias);
                text.append(")");
            }
            return text.toString();
        });
        scope.session().update(sql, statement -> {
            Keys.bind(statement, 1, link.local().get(0), local, 0);
            which.bind(statement, 2, scope.dialect());
        });
    }

    /** Pairs refer to the records: they go first. */
    private void delete(Scope scope, M record, Object local, Condition<T> which) {
        Rows<T> wanted = Rows.all(link.target());
        List<T> related = scope.engine()
                .related(scope, link, which.isAbsent() ? wanted : wanted.where(which), List.of(record))
                .get(0);
        unpair(scope, local, which);
        if (!related.isEmpty()) {
            List<? extends Column<T, ?>> remote = link.remote().get();
            List<Object> keys =
                    related.stream().map(row -> key(Keys.of(row, remote))).toList();
            scope.engine().delete(scope, link.target(), new KeyCondition<>(keys, remote));
        }
    }

    private Shape shape(Scope scope, int kind) {
        Shape shape = new Shape(link.local().get(0).table(), scope.dialect());
        shape.add(kind);
        shape.add(link.ordinal());
        return shape;
    }
}
