package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A condition on key columns to be one of many keys. */
final class KeySet {
    private static final int MOST_KEYS = 8_192;

    private final List<Object> keys;
    private final List<? extends Column<?, ?>> columns;

    /** @param keys as {@link Keys#of} makes them, one at least */
    KeySet(List<Object> keys, List<? extends Column<?, ?>> columns) {
        this.keys = keys;
        this.columns = columns;
    }

    /** How many keys one statement takes. */
    static int chunk(Scope scope, int columns) {
        if (columns == 1 && scope.dialect().hasArrays()) {
            return Integer.MAX_VALUE / 2;
        }
        int room = scope.session().server().maxParameters() / columns / 2;
        return Math.min(MOST_KEYS, Integer.highestOneBit(Math.max(1, room)));
    }

    private boolean isArray(Dialect dialect) {
        return columns.size() == 1 && dialect.hasArrays();
    }

    void shape(Shape shape) {
        shape.add(isArray(shape.dialect()) ? -1 : ListCondition.room(keys.size()));
    }

    /** @param single the one column of the key with its alias */
    void write(SqlText sql, String single, String alias) {
        if (isArray(sql.dialect())) {
            sql.fragment(Fragment.IN, single);
        } else if (columns.size() == 1) {
            sql.fragment(Fragment.IN, single, ListCondition.room(keys.size()));
        } else {
            StringBuilder names = new StringBuilder("(");
            for (Column<?, ?> column : columns) {
                names.append(names.length() == 1 ? "" : ", ").append(column.in(alias));
            }
            String row = "(" + SqlText.parameters(columns.size()) + ")";
            String rows = row + (", " + row).repeat(ListCondition.room(keys.size()) - 1);
            String text = Dialect.fill(
                    sql.dialect().fragment(Fragment.KEYS_IN), names.append(')').toString());
            sql.append(text.replace("{list}", rows));
        }
    }

    int size() {
        return keys.size();
    }

    /** The values of one column. */
    @SuppressWarnings("unchecked")
    <T> List<T> values(int part) {
        return keys.stream().map(key -> (T) Keys.part(key, part)).toList();
    }

    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        if (isArray(dialect)) {
            Keys.bindAll(statement, index, columns.get(0), keys, 0);
            return index + 1;
        }
        int next = index;
        int room = ListCondition.room(keys.size());
        for (int i = 0; i < room; i++) {
            Object key = keys.get(Math.min(i, keys.size() - 1));
            for (int part = 0; part < columns.size(); part++) {
                Keys.bind(statement, next++, columns.get(part), key, part);
            }
        }
        return next;
    }
}
