package dev.flashorm.migrate.introspect.mysql;

import dev.flashorm.migrate.dialect.mysql.ColumnChecks;
import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Foreign keys and checks (KEY_COLUMN_USAGE, REFERENTIAL_CONSTRAINTS, CHECK_CONSTRAINTS). */
final class ConstraintReader {
    private static final String FOREIGN_KEYS = """
            SELECT k.TABLE_NAME AS table_name, k.CONSTRAINT_NAME AS name, k.COLUMN_NAME AS column_name,
                   CASE WHEN k.REFERENCED_TABLE_SCHEMA <> DATABASE() THEN k.REFERENCED_TABLE_SCHEMA END AS target_schema,
                   k.REFERENCED_TABLE_NAME AS target, k.REFERENCED_COLUMN_NAME AS target_column,
                   r.DELETE_RULE AS on_delete, r.UPDATE_RULE AS on_update
              FROM information_schema.KEY_COLUMN_USAGE k
              JOIN information_schema.REFERENTIAL_CONSTRAINTS r
                ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
               AND r.TABLE_NAME = k.TABLE_NAME
             WHERE k.TABLE_SCHEMA = DATABASE() AND r.CONSTRAINT_SCHEMA = DATABASE()
               AND k.REFERENCED_TABLE_NAME IS NOT NULL
             ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION
            """;

    private static final String MYSQL_CHECKS = """
            SELECT t.TABLE_NAME AS table_name, t.CONSTRAINT_NAME AS name, c.CHECK_CLAUSE AS clause,
                   t.ENFORCED = 'NO' AS not_enforced, FALSE AS of_column
              FROM information_schema.TABLE_CONSTRAINTS t
              JOIN information_schema.CHECK_CONSTRAINTS c
                ON c.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = t.CONSTRAINT_NAME
             WHERE t.TABLE_SCHEMA = DATABASE() AND t.CONSTRAINT_TYPE = 'CHECK'
             ORDER BY t.TABLE_NAME, t.CONSTRAINT_NAME
            """;

    private static final String MARIADB_CHECKS = """
            SELECT c.TABLE_NAME AS table_name, c.CONSTRAINT_NAME AS name, c.CHECK_CLAUSE AS clause,
                   FALSE AS not_enforced, c.LEVEL = 'Column' AS of_column
              FROM information_schema.CHECK_CONSTRAINTS c
             WHERE c.CONSTRAINT_SCHEMA = DATABASE()
             ORDER BY c.TABLE_NAME, c.CONSTRAINT_NAME
            """;

    private final Map<String, List<ForeignKey>> foreignKeys = new HashMap<>();
    private final Map<String, List<Check>> checks = new HashMap<>();
    private final Server server;

    private ConstraintReader(Server server) {
        this.server = server;
    }

    static ConstraintReader read(Catalog catalog, Server server) throws SQLException {
        ConstraintReader reader = new ConstraintReader(server);
        catalog.query(FOREIGN_KEYS, reader::addForeignKey);
        catalog.query(server == Server.MARIADB ? MARIADB_CHECKS : MYSQL_CHECKS, reader::addCheck);
        return reader;
    }

    List<ForeignKey> foreignKeys(String table) {
        return foreignKeys.getOrDefault(table, List.of());
    }

    /** Without those that MariaDB makes for JSON columns. */
    List<Check> checks(String table) {
        return checks.getOrDefault(table, List.of()).stream()
                .filter(check -> !isJsonCheck(check, check.name().orElse("")))
                .toList();
    }

    /** MariaDB has no JSON type: it is a LONGTEXT whose check bears the column's name. */
    boolean isJson(String table, String column) {
        return server == Server.MARIADB
                && checks.getOrDefault(table, List.of()).stream().anyMatch(check -> isJsonCheck(check, column));
    }

    private boolean isJsonCheck(Check check, String column) {
        return server == Server.MARIADB
                && check.name().equals(Optional.of(column))
                && check.expression().sql().equals("json_valid(`" + column.replace("`", "``") + "`)");
    }

    /** A key of several columns comes as as many rows, one after the other. */
    private boolean addForeignKey(CatalogRow row) throws SQLException {
        String table = row.text("table_name");
        Optional<String> name = Optional.of(row.text("name"));
        List<ForeignKey> keys = foreignKeys.computeIfAbsent(table, key -> new ArrayList<>());
        List<String> columns = new ArrayList<>();
        List<String> targetColumns = new ArrayList<>();
        if (!keys.isEmpty() && keys.get(keys.size() - 1).name().equals(name)) {
            ForeignKey begun = keys.remove(keys.size() - 1);
            columns.addAll(begun.columns());
            targetColumns.addAll(begun.targetColumns());
        }
        columns.add(row.text("column_name"));
        targetColumns.add(row.text("target_column"));
        return keys.add(new ForeignKey(
                name,
                columns,
                new ObjectName(row.maybe("target_schema"), row.text("target")),
                targetColumns,
                action(row.text("on_delete")),
                action(row.text("on_update")),
                "",
                Optional.empty()));
    }

    private boolean addCheck(CatalogRow row) throws SQLException {
        return checks.computeIfAbsent(row.text("table_name"), key -> new ArrayList<>())
                .add(new Check(
                        Optional.of(row.text("name")),
                        new SqlExpression(ExpressionText.plain(server, row.text("clause"))),
                        row.flag("not_enforced") ? "NOT ENFORCED" : row.flag("of_column") ? ColumnChecks.OPTION : "",
                        Optional.empty()));
    }

    private static ForeignKey.Action action(String rule) {
        for (ForeignKey.Action action : ForeignKey.Action.values()) {
            if (action.sql().equals(rule)) {
                return action;
            }
        }
        return ForeignKey.Action.NO_ACTION;
    }
}
