package dev.flashorm.migrate.introspect.mysql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.View;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tables and views (TABLES, VIEWS). */
final class ObjectReader {
    private static final String TABLES = """
            SELECT t.TABLE_NAME AS name, t.ENGINE AS engine, t.TABLE_COLLATION AS collation,
                   t.CREATE_OPTIONS AS options, t.TABLE_COMMENT AS comment
              FROM information_schema.TABLES t
             WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')
             ORDER BY t.TABLE_NAME
            """;

    private static final String VIEWS = """
            SELECT v.TABLE_NAME AS name, v.VIEW_DEFINITION AS definition
              FROM information_schema.VIEWS v
             WHERE v.TABLE_SCHEMA = DATABASE()
             ORDER BY v.TABLE_NAME
            """;

    private final Catalog catalog;

    ObjectReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The head of a table. */
    record Relation(ObjectName name, Optional<String> comment, Map<String, String> options) {}

    List<Relation> tables() throws SQLException {
        return catalog.query(TABLES, ObjectReader::table).stream()
                .filter(table -> !IntrospectionScope.isHistoryTable(table.name().name()))
                .toList();
    }

    private static Relation table(CatalogRow row) throws SQLException {
        Map<String, String> options = new HashMap<>();
        for (String option : row.maybe("options").orElse("").split(" ", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.put(option.substring(0, equals).toUpperCase(Locale.ROOT), option.substring(equals + 1));
            }
        }
        row.filled("collation").ifPresent(collation -> options.put("collation", collation));
        row.filled("engine")
                .filter(engine -> !engine.equalsIgnoreCase("InnoDB"))
                .ifPresent(engine -> options.put("ENGINE", engine));
        return new Relation(ObjectName.of(row.text("name")), row.filled("comment"), options);
    }

    List<View> views(Map<String, List<Column>> columns) throws SQLException {
        return catalog.query(VIEWS, row -> {
            String name = row.text("name");
            return new View(
                    ObjectName.of(name),
                    false,
                    "CREATE VIEW `" + name.replace("`", "``") + "` AS "
                            + row.maybe("definition").orElse(""),
                    columns.getOrDefault(name, List.of()));
        });
    }
}
