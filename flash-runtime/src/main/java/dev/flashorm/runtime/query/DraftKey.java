package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key in a row and in the draft that the row was written from: by it a draft finds its row.
 *
 * @param columns of the row
 * @param values the same columns of the draft, in the same order
 */
record DraftKey<M, D>(Table<M> table, List<Column<M, ?>> columns, List<DraftColumn<D, ?>> values) {
    private static final int READ = -51;

    /** Whether the draft has all values of the key: what it lacks, the database makes. */
    boolean isKnown(D draft) {
        for (DraftColumn<D, ?> column : values) {
            if (column.value().apply(draft) == null) {
                return false;
            }
        }
        return true;
    }

    boolean isKnown(Collection<D> drafts) {
        for (D draft : drafts) {
            if (!isKnown(draft)) {
                return false;
            }
        }
        return true;
    }

    /** The draft's key, as {@link Keys#of} gives that of a row. */
    Object of(D draft) {
        if (values.size() == 1) {
            return value(values.get(0), draft);
        }
        List<Object> parts = new ArrayList<>(values.size());
        for (DraftColumn<D, ?> column : values) {
            parts.add(value(column, draft));
        }
        return parts;
    }

    private static <D> Object value(DraftColumn<D, ?> column, D draft) {
        return Objects.requireNonNull(Keys.comparable(column.value().apply(draft)));
    }

    /**
     * The rows of drafts, in their order.
     *
     * @throws IllegalStateException if one has none
     */
    List<M> read(Scope scope, List<D> drafts) {
        return inOrder(scope, drafts, find(scope, keys(drafts)));
    }

    private List<Object> keys(List<D> drafts) {
        List<Object> keys = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            keys.add(of(draft));
        }
        return keys;
    }

    /** The rows that there are of these keys, in no order. */
    List<M> find(Scope scope, List<Object> keys) {
        List<M> rows = new ArrayList<>(keys.size());
        int chunk = KeySet.chunk(scope, columns.size());
        for (int from = 0; from < keys.size(); from += chunk) {
            KeySet set = new KeySet(keys.subList(from, Math.min(keys.size(), from + chunk)), columns);
            rows.addAll(find(scope, set));
        }
        return rows;
    }

    private List<M> find(Scope scope, KeySet set) {
        Shape shape = new Shape(table, scope.dialect());
        shape.add(READ);
        columns.forEach(column -> shape.add(column.ordinal()));
        set.shape(shape);
        String text = scope.shapes().text(shape, () -> {
            SqlText sql = new SqlText(scope.dialect());
            String alias = sql.newAlias();
            sql.append("SELECT ").columns(alias, table.columns());
            sql.append(" FROM " + table.sql() + " AS " + alias + " WHERE ");
            set.write(sql, columns.get(0).in(alias), alias);
            return sql.toString();
        });
        return scope.session().query(text, statement -> set.bind(statement, 1, scope.dialect()), table::readAll);
    }

    /** Sorts rows as the drafts are that they were written from: no database promises an order for them. */
    List<M> inOrder(Scope scope, List<D> drafts, List<M> rows) {
        if (isInOrder(drafts, rows)) {
            return rows;
        }
        Map<Object, M> byKey = byKey(rows);
        List<M> sorted = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            M row = rowOf(scope, draft, byKey);
            if (row == null) {
                throw new IllegalStateException("A new " + table.model() + " was not found by its key.");
            }
            sorted.add(row);
        }
        return sorted;
    }

    private boolean isInOrder(List<D> drafts, List<M> rows) {
        if (drafts.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!of(drafts.get(i)).equals(Keys.of(rows.get(i), columns))) {
                return false;
            }
        }
        return true;
    }

    Map<Object, M> byKey(List<M> rows) {
        Map<Object, M> byKey = new HashMap<>(rows.size() * 2);
        for (M row : rows) {
            Object key = Keys.of(row, columns);
            if (key != null) {
                byKey.put(key, row);
            }
        }
        return byKey;
    }

    /** The database is asked where its idea of equality may be another: case, the precision of a time. */
    @Nullable
    M rowOf(Scope scope, D draft, Map<Object, M> byKey) {
        Object key = of(draft);
        M row = byKey.get(key);
        return row == null ? find(scope, List.of(key)).stream().findFirst().orElse(null) : row;
    }
}
