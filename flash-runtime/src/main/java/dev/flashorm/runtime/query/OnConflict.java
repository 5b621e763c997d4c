package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What an insert does with a row that is there already. */
abstract class OnConflict {
    /** Nothing special: the database refuses it. */
    static final OnConflict FAIL = new OnConflict(-52) {};

    /** The row that is there stays as it is. */
    static final OnConflict SKIP = new OnConflict(-53) {
        @Override
        void write(SqlText sql, String table, String rows) {
            String insert = sql.dialect().fragment(Fragment.INSERT_SKIPPING);
            sql.append(Dialect.fill(insert, table + ' ' + rows));
        }
    };

    private final int code;

    OnConflict(int code) {
        this.code = code;
    }

    void shape(Shape shape) {
        shape.add(code);
    }

    /** @param rows columns and values */
    void write(SqlText sql, String table, String rows) {
        sql.append("INSERT INTO ").append(table).append(" ").append(rows);
    }

    /** Sets the parameters that follow those of the rows. */
    int bind(PreparedStatement statement, int index) throws SQLException {
        return index;
    }

    /** The row that is there is changed. */
    static final class Change extends OnConflict {
        private static final String ALIAS = "t0";

        private final List<? extends Column<?, ?>> key;
        private final Changes changes;

        Change(List<? extends Column<?, ?>> key, Changes changes) {
            super(-54);
            this.key = key;
            this.changes = changes;
        }

        @Override
        void shape(Shape shape) {
            super.shape(shape);
            for (Column<?, ?> column : key) {
                shape.add(column.ordinal());
            }
            changes.shape(shape);
        }

        @Override
        void write(SqlText sql, String table, String rows) {
            boolean named = sql.dialect().has(Fragment.UPSERT);
            super.write(sql, named ? table + " AS " + ALIAS : table, rows);
            if (named) {
                StringBuilder columns = new StringBuilder();
                key.forEach(
                        column -> columns.append(columns.isEmpty() ? "" : ", ").append(column.sql()));
                sql.fragment(Fragment.UPSERT, columns.toString());
            } else {
                sql.fragment(Fragment.UPSERT_BY_ANY_KEY);
            }
            String row = named ? ALIAS + '.' : "";
            if (changes.isEmpty()) {
                // A row that nothing changes would not be returned.
                String column = key.get(0).sql();
                sql.append(column + " = " + row + column);
            } else {
                changes.write(sql, row);
            }
        }

        @Override
        int bind(PreparedStatement statement, int index) throws SQLException {
            return changes.bind(statement, index);
        }
    }
}
