package dev.flashorm.migrate.introspect.sqlite;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.UnmanagedObject;
import java.sql.SQLException;
import java.util.List;

/** Triggers and virtual tables; the tables that virtual ones keep for themselves. */
final class UnmanagedReader {
    private static final String QUERY = """
            SELECT 'trigger' AS kind, name, tbl_name AS owner, sql AS definition
              FROM sqlite_schema WHERE type = 'trigger'
            UNION ALL
            SELECT CASE l.type WHEN 'virtual' THEN 'virtual table' ELSE 'shadow table' END, l.name, NULL, m.sql
              FROM pragma_table_list l LEFT JOIN sqlite_schema m ON m.name = l.name AND m.type = 'table'
             WHERE l.schema = 'main' AND l.type IN ('virtual', 'shadow')
            ORDER BY 1, 2
            """;

    private UnmanagedReader() {}

    static List<UnmanagedObject> read(Catalog catalog) throws SQLException {
        return catalog.query(QUERY, UnmanagedReader::object);
    }

    private static UnmanagedObject object(CatalogRow row) throws SQLException {
        return new UnmanagedObject(
                row.text("kind"), row.text("name"), row.maybe("owner").map(ObjectName::of), row.maybe("definition"));
    }
}
