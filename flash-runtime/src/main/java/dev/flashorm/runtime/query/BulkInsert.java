package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.Insert.DraftColumn;
import dev.flashorm.runtime.query.Insert.Reread;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Inserts many rows inside a transaction, the fastest way that the database has, and gives them in their order. */
final class BulkInsert<M, D> {
    /** More rows in one statement gain nothing more, and cost memory. */
    private static final int MOST_ROWS_OF_ARRAYS = 5_000;

    private static final int REREAD = -51;

    /** Few sizes, so that few statements are prepared. */
    private static final int[] SIZES = {512, 64, 8, 1};

    private final Insert<M, D> insert;
    private final Scope scope;
    private final boolean returning;

    BulkInsert(Insert<M, D> insert, Scope scope) {
        this.insert = insert;
        this.scope = scope;
        this.returning = scope.session().server().insertReturning();
    }

    List<M> run(List<D> drafts) {
        List<M> records = new ArrayList<>(drafts.size());
        int from = 0;
        while (from < drafts.size()) {
            List<DraftColumn<D, ?>> columns = insert.columns(drafts.get(from));
            int to = from + 1;
            while (to < drafts.size() && insert.columns(drafts.get(to)).equals(columns)) {
                to++;
            }
            alike(drafts.subList(from, to), columns, records);
            from = to;
        }
        return records;
    }

    private void alike(List<D> drafts, List<DraftColumn<D, ?>> columns, List<M> records) {
        boolean arrays = scope.dialect().hasArrays() && insert.hasArrays() && !columns.isEmpty();
        int from = 0;
        while (from < drafts.size()) {
            int left = drafts.size() - from;
            int rows = arrays ? Math.min(left, MOST_ROWS_OF_ARRAYS) : rows(left, columns.size());
            List<D> part = drafts.subList(from, from + rows);
            String text = insert.text(scope, part.get(0), arrays ? Insert.ARRAYS : rows);
            records.addAll(returning ? written(text, part, columns, arrays) : reread(text, part));
            from += rows;
        }
    }

    private int rows(int left, int columns) {
        if (columns == 0) {
            return 1;
        }
        int room = scope.session().server().maxParameters() / columns;
        for (int size : SIZES) {
            if (size <= left && size <= room) {
                return size;
            }
        }
        return 1;
    }

    private List<M> written(String text, List<D> drafts, List<DraftColumn<D, ?>> columns, boolean arrays) {
        return scope.session()
                .query(
                        text,
                        statement -> {
                            if (arrays) {
                                for (int i = 0; i < columns.size(); i++) {
                                    columns.get(i).bindAll(statement, i + 1, drafts);
                                }
                            } else {
                                bindRows(statement, drafts);
                            }
                        },
                        insert.table()::readAll);
    }

    private void bindRows(PreparedStatement statement, List<D> drafts) throws SQLException {
        int index = 1;
        for (D draft : drafts) {
            index = insert.binder().bind(draft, statement, index);
        }
    }

    private List<M> reread(String text, List<D> drafts) {
        Reread<M, D> reread = insert.reread();
        if (reread.one().isEmpty()) {
            List<M> records = new ArrayList<>(drafts.size());
            drafts.forEach(draft -> records.add(insert.one(scope, draft)));
            return records;
        }
        boolean isNumbered = reread.isNumbered(drafts.get(0));
        List<M> records = scope.session().withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                bindRows(statement, drafts);
                statement.executeUpdate();
            }
            return isNumbered ? numbered(connection, drafts.size()) : List.of();
        });
        return isNumbered ? records : byKey(drafts);
    }

    private List<M> numbered(Connection connection, int count) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(insert.reread().many())) {
            statement.setInt(1, count);
            try (ResultSet rows = statement.executeQuery()) {
                return insert.table().readAll(rows);
            }
        }
    }

    /** The rows of drafts that know their keys, in their order. */
    List<M> byKey(List<D> drafts) {
        Table<M> table = insert.table();
        List<Column<M, ?>> columns = insert.reread().keys();
        List<Object> keys = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            keys.add(key(draft));
        }
        Map<Object, M> found = new HashMap<>(drafts.size() * 2);
        KeySet set = new KeySet(keys, columns);
        Shape shape = new Shape(table, scope.dialect());
        shape.add(REREAD);
        set.shape(shape);
        String text = scope.shapes().text(shape, () -> {
            SqlText sql = new SqlText(scope.dialect());
            String alias = sql.newAlias();
            sql.append("SELECT ").columns(alias, table.columns());
            sql.append(" FROM ")
                    .append(table.sql())
                    .append(" AS ")
                    .append(alias)
                    .append(" WHERE ");
            set.write(sql, columns.get(0).in(alias), alias);
            return sql.toString();
        });
        scope.session().query(text, statement -> set.bind(statement, 1, scope.dialect()), rows -> {
            for (M record : table.readAll(rows)) {
                found.put(Objects.requireNonNull(Keys.of(record, columns)), record);
            }
            return found;
        });
        List<M> records = new ArrayList<>(drafts.size());
        for (Object key : keys) {
            M record = found.get(key);
            if (record == null) {
                throw new IllegalStateException("A new " + table.model() + " was not found by its key.");
            }
            records.add(record);
        }
        return records;
    }

    private Object key(D draft) {
        List<Object> values = new ArrayList<>();
        for (DraftColumn<D, ?> column : insert.reread().values()) {
            values.add(Objects.requireNonNull(Keys.comparable(column.value().apply(draft))));
        }
        return values.size() == 1 ? values.get(0) : values;
    }
}
