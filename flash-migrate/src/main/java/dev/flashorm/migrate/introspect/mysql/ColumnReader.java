package dev.flashorm.migrate.introspect.mysql;

import dev.flashorm.migrate.dialect.mysql.Names;
import dev.flashorm.migrate.dialect.mysql.TypeNames;
import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.Generated;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns of tables and views (COLUMNS). */
final class ColumnReader {
    private static final String QUERY = """
            SELECT c.TABLE_NAME AS table_name, c.COLUMN_NAME AS name, c.COLUMN_TYPE AS type,
                   c.IS_NULLABLE = 'YES' AS nullable, c.COLUMN_DEFAULT AS default_value, c.EXTRA AS extra,
                   c.TABLE_SCHEMA AS own, c.GENERATION_EXPRESSION AS generation, c.COLUMN_COMMENT AS comment,
                   CASE WHEN c.COLLATION_NAME <> t.TABLE_COLLATION THEN c.COLLATION_NAME END AS collation
              FROM information_schema.COLUMNS c
              JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
             WHERE c.TABLE_SCHEMA = DATABASE() AND t.TABLE_SCHEMA = DATABASE()
             ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION
            """;

    private final Server server;
    private final ConstraintReader constraints;
    private final DefaultReader defaults;

    ColumnReader(Server server, ConstraintReader constraints) {
        this.server = server;
        this.constraints = constraints;
        defaults = new DefaultReader(server);
    }

    private record Found(String table, Column column) {}

    Map<String, List<Column>> read(Catalog catalog) throws SQLException {
        Map<String, List<Column>> byTable = new HashMap<>();
        for (Found found : catalog.query(QUERY, this::column)) {
            byTable.computeIfAbsent(found.table(), key -> new ArrayList<>()).add(found.column());
        }
        return byTable;
    }

    private Found column(CatalogRow row) throws SQLException {
        String table = row.text("table_name");
        String name = row.text("name");
        boolean json = constraints.isJson(table, name);
        ColumnType type = json ? ColumnType.of("JSON") : TypeNames.parse(row.text("type"));
        String extra = row.maybe("extra").orElse("").toUpperCase(Locale.ROOT);
        Column column = Column.of(name, type, row.flag("nullable"))
                .withCollation(json ? Optional.empty() : row.maybe("collation"))
                .withComment(row.filled("comment"))
                .withOptions(options(extra));
        Optional<String> generated = row.filled("generation");
        if (generated.isPresent()) {
            SqlExpression sql = new SqlExpression(ExpressionText.plain(server, generated.get()));
            return new Found(
                    table,
                    column.withGenerated(
                            Optional.of(new Generated(sql, extra.contains("STORED") || extra.contains("PERSISTENT")))));
        }
        if (extra.contains("AUTO_INCREMENT")) {
            return new Found(table, column.withIdentity(Optional.of(Identity.of(Identity.Kind.AUTO_INCREMENT))));
        }
        boolean expression = extra.contains("DEFAULT_GENERATED");
        // MariaDB names a sequence with its database, which is another one after the next dump.
        String own = Names.quote(row.text("own")) + ".";
        Optional<String> printed = row.maybe("default_value")
                .map(text -> text.startsWith("nextval(" + own) ? text.replace(own, "") : text);
        return new Found(table, column.withDefault(defaults.read(printed, type, expression)));
    }

    private static Map<String, String> options(String extra) {
        Map<String, String> options = new HashMap<>();
        int onUpdate = extra.indexOf("ON UPDATE ");
        if (onUpdate >= 0) {
            String rest = extra.substring(onUpdate + "ON UPDATE ".length());
            int end = rest.indexOf(' ');
            String value = end < 0 ? rest : rest.substring(0, end);
            options.put("on update", value.replace("()", "").replace(",", ""));
        }
        if (extra.contains("INVISIBLE")) {
            options.put("invisible", "");
        }
        return options;
    }
}
