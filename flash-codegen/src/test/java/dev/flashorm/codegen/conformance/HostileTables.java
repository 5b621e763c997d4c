package dev.flashorm.codegen.conformance;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.EnumClient;
import dev.flashorm.codegen.ir.KeyClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.testing.DatabaseName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of a client, with names quoted by the rule of the standard, or of MySQL, and not by the code under test. */
final class HostileTables {
    private static final String ENUM = "en\"um {}?";

    private final Client client;
    private final DatabaseName database;

    private HostileTables(Client client, DatabaseName database) {
        this.client = client;
        this.database = database;
    }

    static String[] of(Client client, DatabaseName database) {
        HostileTables tables = new HostileTables(client, database);
        List<String> statements = new ArrayList<>();
        if (database == DatabaseName.POSTGRESQL) {
            statements.add("CREATE TYPE " + tables.quoted(ENUM) + " AS ENUM " + tables.values());
        }
        client.models().forEach(model -> statements.add(tables.table(model)));
        for (ModelClient model : client.models()) {
            for (KeyClient key : model.keys().subList(1, model.keys().size())) {
                statements.add(tables.unique(model, key));
            }
        }
        statements.add(tables.pairs("_ListToQuery"));
        statements.add(tables.pairs("_ObjectToQuery"));
        return statements.toArray(String[]::new);
    }

    private String table(ModelClient model) {
        return model.columns().stream()
                .map(column ->
                        quoted(column.databaseName()) + " " + type(column) + (column.isNullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(", ", "CREATE TABLE " + quoted(model.databaseName()) + " (", ")"));
    }

    private String unique(ModelClient model, KeyClient key) {
        String columns = key.columns().stream()
                .map(column -> quoted(column.databaseName()))
                .collect(Collectors.joining(", "));
        return "CREATE UNIQUE INDEX " + quoted(model.databaseName() + " unique") + " ON " + quoted(model.databaseName())
                + " (" + columns + ")";
    }

    private String pairs(String name) {
        return "CREATE TABLE " + quoted(name) + " (" + quoted("A") + " INTEGER NOT NULL, " + quoted("B")
                + " INTEGER NOT NULL, PRIMARY KEY (" + quoted("A") + ", " + quoted("B") + "))";
    }

    private String type(ColumnClient column) {
        boolean isMysql = database.provider().equals("mysql");
        return switch (column.type()) {
            case INT -> column.isNumbered() ? numbered() : "INTEGER";
            case BIG_INT -> "BIGINT";
            case DECIMAL -> "DECIMAL(20, 2)";
            case DATE_TIME -> isMysql ? "DATETIME(3)" : "TIMESTAMP(3)";
            case BYTES -> database == DatabaseName.POSTGRESQL ? "BYTEA" : "BLOB";
            case JSON -> isMysql ? "JSON" : "JSONB";
            case ENUM -> database == DatabaseName.POSTGRESQL ? quoted(ENUM) : isMysql ? "ENUM " + values() : "TEXT";
            default -> isMysql ? "VARCHAR(200)" : "TEXT";
        };
    }

    private String numbered() {
        return switch (database) {
            case POSTGRESQL -> "SERIAL PRIMARY KEY";
            case SQLITE -> "INTEGER PRIMARY KEY AUTOINCREMENT";
            default -> "INTEGER PRIMARY KEY AUTO_INCREMENT";
        };
    }

    private String values() {
        return client.enums().get(0).values().stream()
                .map(EnumClient.Value::databaseValue)
                .map(value -> "'" + escaped(value.replace("'", "''")) + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Only MySQL has escapes in a plain literal. */
    private String escaped(String value) {
        return database.provider().equals("mysql") ? value.replace("\\", "\\\\") : value;
    }

    private String quoted(String name) {
        return database.provider().equals("mysql")
                ? "`" + name.replace("`", "``") + "`"
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
