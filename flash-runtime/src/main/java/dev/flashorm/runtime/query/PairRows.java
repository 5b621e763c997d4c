package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.PairLink.Pair;
import java.util.List;
import java.util.Objects;

/** The rows of a table of pairs that no model names. */
final class PairRows<M, T> {
    private static final int PAIRS = -60;
    private static final int UNPAIR = -61;

    /** As many rows as MariaDB keeps warnings of those that were there already. */
    private static final int MOST_PAIRS = 64;

    private final Scope scope;
    private final Link<M, T> link;
    private final JoinTable table;

    PairRows(Scope scope, Link<M, T> link) {
        this.scope = scope;
        this.link = link;
        this.table = Objects.requireNonNull(link.through());
    }

    /** A pair that is there already stays. */
    void insert(List<Pair> pairs) {
        for (int from = 0; from < pairs.size(); from += MOST_PAIRS) {
            insertAtOnce(pairs.subList(from, Math.min(pairs.size(), from + MOST_PAIRS)));
        }
    }

    private void insertAtOnce(List<Pair> pairs) {
        Shape shape = shape(PAIRS);
        shape.add(pairs.size());
        String sql = scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            String rows = table.sql() + " (" + table.local() + ", " + table.remote() + ") VALUES (?, ?)"
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

    /** @param which of the other end; absent for all */
    void delete(Object local, Condition<T> which) {
        Shape shape = shape(UNPAIR);
        which.shape(shape);
        String sql = scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            text.append("DELETE FROM " + table.sql() + " WHERE " + table.local() + " = ?");
            if (!which.isAbsent()) {
                String alias = text.newAlias();
                text.append(" AND " + table.remote() + " IN (SELECT "
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

    private Shape shape(int kind) {
        Shape shape = new Shape(link.local().get(0).table(), scope.dialect());
        shape.add(kind);
        shape.add(link.ordinal());
        return shape;
    }
}
