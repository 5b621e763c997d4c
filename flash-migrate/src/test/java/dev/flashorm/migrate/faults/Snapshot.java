package dev.flashorm.migrate.faults;

import dev.flashorm.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All that a database holds, catalog and rows, as text: what the migrator itself keeps is left out. It asks the servers
 * directly, so that it does not share a mistake with the product's own introspection.
 */
record Snapshot(String text) {
    private static final String COLUMNS =
            "SELECT table_name, column_name, data_type, column_default, is_nullable, character_maximum_length"
                    + " FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_flash%'"
                    + " ORDER BY 1, ordinal_position";
    private static final String CONSTRAINTS =
            "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint"
                    + " WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '\\_flash%'"
                    + " ORDER BY 1, 2";
    private static final String INDEXES =
            "SELECT indrelid::regclass, pg_get_indexdef(indexrelid), indisvalid FROM pg_index JOIN pg_class c"
                    + " ON c.oid = indrelid WHERE c.relnamespace = 'public'::regnamespace"
                    + " AND c.relname NOT LIKE '\\_flash%' ORDER BY 2";

    static Snapshot of(TestDatabase database) {
        try (Connection connection = database.connect()) {
            List<String> lines = new ArrayList<>();
            List<String> tables = new ArrayList<>();
            switch (database.name()) {
                case POSTGRESQL -> {
                    lines.addAll(rows(connection, COLUMNS));
                    lines.addAll(rows(connection, CONSTRAINTS));
                    lines.addAll(rows(connection, INDEXES));
                    tables = rows(
                            connection,
                            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
                                    + " AND tablename NOT LIKE '\\_flash%' ORDER BY 1");
                }
                case SQLITE -> {
                    // A renamed table comes back in quotes.
                    lines.addAll(rows(
                            connection,
                            "SELECT type, name, tbl_name, replace(sql, '\"', '') FROM sqlite_master WHERE tbl_name NOT LIKE '\\_flash%'"
                                    + " ESCAPE '\\' ORDER BY 1, 2"));
                    tables = rows(
                            connection,
                            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_flash%' ESCAPE"
                                    + " '\\' AND name NOT LIKE 'sqlite%' ORDER BY 1");
                }
                case MONGODB -> throw new IllegalArgumentException("MongoDB has no SQL");
                case MYSQL, MARIADB -> {
                    tables = rows(
                            connection,
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = database()"
                                    + " AND table_name NOT LIKE '\\_flash%' ORDER BY 1");
                    for (String table : tables) {
                        lines.addAll(rows(connection, "SHOW CREATE TABLE " + table));
                    }
                }
            }
            for (String table : tables) {
                List<String> rows = rows(connection, "SELECT * FROM " + table);
                Collections.sort(rows);
                rows.forEach(row -> lines.add(table + ": " + row));
            }
            return new Snapshot(String.join("\n", lines));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    String value = String.valueOf(rows.getString(i));
                    values.add(value.length() > 1000 ? value.length() + " characters, " + value.hashCode() : value);
                }
                found.add(String.join(" | ", values));
            }
            return found;
        }
    }
}
