package dev.flashorm.migrate.introspect.sqlite;

import dev.flashorm.migrate.dialect.sqlite.TypeNames;
import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables and views (sqlite_schema, pragma table_list). */
final class ObjectReader {
    private static final String TABLES = """
            SELECT m.name AS name, m.sql AS sql, l.wr AS without_rowid, l.strict AS strict
              FROM pragma_table_list l JOIN sqlite_schema m ON m.name = l.name AND m.type = 'table'
             WHERE l.schema = 'main' AND l.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
             ORDER BY m.name
            """;

    private static final String VIEWS = "SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name";

    private static final String VIEW_COLUMNS = """
            SELECT m.name AS view_name, x.name AS name, x.type AS type
              FROM sqlite_schema m JOIN pragma_table_info(m.name) x
             WHERE m.type = 'view'
             ORDER BY m.name, x.cid
            """;

    private final Catalog catalog;

    ObjectReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The head of a table and the statement that made it. */
    record Relation(ObjectName name, String sql, Map<String, String> options) {}

    List<Relation> tables() throws SQLException {
        return catalog.query(TABLES, ObjectReader::table).stream()
                .filter(table -> !IntrospectionScope.isHistoryTable(table.name().name()))
                .toList();
    }

    private static Relation table(CatalogRow row) throws SQLException {
        Map<String, String> options = new HashMap<>();
        if (row.flag("without_rowid")) {
            options.put("without rowid", "");
        }
        if (row.flag("strict")) {
            options.put("strict", "");
        }
        return new Relation(ObjectName.of(row.text("name")), row.text("sql"), options);
    }

    List<View> views() throws SQLException {
        Map<String, List<Column>> columns = viewColumns();
        return catalog.query(VIEWS, row -> {
            String name = row.text("name");
            return new View(ObjectName.of(name), false, row.text("sql"), columns.getOrDefault(name, List.of()));
        });
    }

    /** None at all when one view is broken: SQLite compiles a view when it is asked for its columns. */
    private Map<String, List<Column>> viewColumns() {
        Map<String, List<Column>> byView = new HashMap<>();
        try {
            catalog.query(
                    VIEW_COLUMNS,
                    row -> byView.computeIfAbsent(row.text("view_name"), key -> new ArrayList<>())
                            .add(Column.of(
                                    row.text("name"),
                                    TypeNames.parse(row.maybe("type").orElse("")),
                                    true)));
        } catch (SQLException broken) {
            return Map.of();
        }
        return byView;
    }
}
