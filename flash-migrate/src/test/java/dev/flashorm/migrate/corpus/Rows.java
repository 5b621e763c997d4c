package dev.flashorm.migrate.corpus;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Two rows in every table. A value depends on its type and row alone, so that every foreign key finds its target. */
final class Rows {
    private static final int COUNT = 2;

    private final Connection connection;
    private final DatabaseSchema schema;
    private final String quote;

    Rows(Connection connection, DatabaseSchema schema) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        quote = connection.getMetaData().getIdentifierQuoteString();
    }

    void fill() throws SQLException {
        boolean postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        try (Statement statement = connection.createStatement()) {
            if (postgresql) {
                statement.execute("SET session_replication_role = replica");
            }
            for (Table table : schema.tables()) {
                for (int row = 1; row <= COUNT; row++) {
                    statement.execute(insert(table, row));
                }
            }
            if (postgresql) {
                statement.execute("SET session_replication_role = origin");
            }
        }
    }

    /** Which tables of the database now have fewer rows, among those that were filled and still exist. */
    String lost(DatabaseSchema now) throws SQLException {
        List<String> lost = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (Table table : now.tables()) {
                if (schema.table(table.name()).isEmpty()) {
                    continue;
                }
                try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + name(table))) {
                    rows.next();
                    if (rows.getInt(1) < COUNT) {
                        lost.add("rows of " + table.name() + " are gone");
                    }
                }
            }
        }
        return String.join("; ", lost);
    }

    private String insert(Table table, int row) {
        List<Column> columns = table.columns().stream()
                .filter(column -> column.generated().isEmpty())
                .toList();
        return "INSERT INTO " + name(table) + " ("
                + columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "))
                + ") VALUES ("
                + columns.stream().map(column -> value(column.type(), row)).collect(Collectors.joining(", ")) + ")";
    }

    private String value(ColumnType type, int row) {
        if (type.array()) {
            return "NULL";
        }
        if (type.enumName().isPresent()) {
            List<String> values =
                    schema.enumType(type.enumName().get()).orElseThrow().values();
            return "'" + values.get((row - 1) % values.size()) + "'";
        }
        return switch (type.name()) {
            case "BOOLEAN" -> row == 1 ? "true" : "false";
            case "UUID" -> "'00000000-0000-0000-0000-00000000000" + row + "'";
            case "JSON", "JSONB" -> "'{\"a\": " + row + "}'";
            case "BYTEA", "BLOB" -> "'\\x0" + row + "'";
            case "DATE" -> "'2020-01-0" + row + "'";
            case "TIMESTAMP", "TIMESTAMPTZ", "DATETIME" -> "'2020-01-0" + row + " 10:11:12'";
            case "TIME", "TIMETZ" -> "'10:11:0" + row + "'";
            case "XML" -> "'<a/>'";
            case "BIT", "VARBIT" -> "'" + "1".repeat(type.argument(0, 1)) + "'";
            case "INET", "cidr" -> "'10.0.0." + row + "'";
            case "TEXT", "VARCHAR", "CHAR", "CITEXT" -> "'" + row + "'";
            case "INTEGER", "BIGINT", "SMALLINT", "DECIMAL", "REAL", "DOUBLE PRECISION", "MONEY" -> String.valueOf(row);
            default -> "NULL";
        };
    }

    private String name(Table table) {
        return table.name().schema().map(schemaName -> quoted(schemaName) + ".").orElse("")
                + quoted(table.name().name());
    }

    private String quoted(String text) {
        return quote + text.replace(quote, quote + quote) + quote;
    }
}
