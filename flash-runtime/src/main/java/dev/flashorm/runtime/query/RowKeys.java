package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * Rows by their primary key, of which a statement takes only so many.
 *
 * @param keys as {@link Keys#of} makes them, one for each row, in the rows' order
 */
record RowKeys<M>(Table<M> table, List<? extends Column<M, ?>> columns, List<Object> keys) {
    static <M> RowKeys<M> of(Table<M> table, List<M> rows) {
        List<? extends Column<M, ?>> columns = table.keys().get(0).columns();
        List<Object> keys = new ArrayList<>(rows.size());
        for (M row : rows) {
            keys.add(Objects.requireNonNull(Keys.of(row, columns)));
        }
        return new RowKeys<>(table, columns, keys);
    }

    /** The keys that the rows have after these changes. */
    RowKeys<M> after(Changes changes) {
        if (columns.stream().noneMatch(changes::has)) {
            return this;
        }
        List<Object> changed = new ArrayList<>(keys.size());
        for (Object key : keys) {
            List<Object> parts = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                Changes.Change<?> change = changes.of(columns.get(i));
                if (change != null && change.operation() != Fragment.SET) {
                    throw new UnsupportedOperationException("A hook after updates needs to find the row again: give "
                            + columns.get(i) + " a value, not an increment or the like.");
                }
                Object part = key instanceof List<?> several ? several.get(i) : key;
                parts.add(Objects.requireNonNull(change == null ? part : Keys.comparable(change.value())));
            }
            changed.add(parts.size() == 1 ? parts.get(0) : parts);
        }
        return new RowKeys<>(table, columns, changed);
    }

    /** What a write says of all of them. */
    long sum(Scope scope, ToLongFunction<Condition<M>> write) {
        long sum = 0;
        for (Condition<M> some : conditions(scope)) {
            sum += write.applyAsLong(some);
        }
        return sum;
    }

    private List<Condition<M>> conditions(Scope scope) {
        int chunk = KeySet.chunk(scope, columns.size());
        List<Condition<M>> conditions = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += chunk) {
            conditions.add(new KeyCondition<>(keys.subList(from, Math.min(keys.size(), from + chunk)), columns));
        }
        return conditions;
    }

    /**
     * The rows, in the order of the keys.
     *
     * @throws IllegalStateException if one is not there
     */
    List<M> read(Scope scope) {
        Map<Object, M> byKey = new HashMap<>(keys.size() * 2);
        for (Condition<M> some : conditions(scope)) {
            for (M row : scope.engine().list(scope, Rows.all(table).where(some), Long.MAX_VALUE)) {
                byKey.put(Objects.requireNonNull(Keys.of(row, columns)), row);
            }
        }
        List<M> rows = new ArrayList<>(keys.size());
        for (Object key : keys) {
            M row = byKey.get(key);
            if (row == null) {
                throw new IllegalStateException("A changed " + table.model() + " was not found by its key.");
            }
            rows.add(row);
        }
        return rows;
    }
}
