package dev.flashorm.migrate.introspect.mysql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.UnmanagedObject;
import java.sql.SQLException;
import java.util.List;

/** What exists beside tables and views, in one query. */
final class UnmanagedReader {
    private static final String QUERY = """
            SELECT 'trigger' AS kind, t.TRIGGER_NAME AS name, t.EVENT_OBJECT_TABLE AS owner,
                   CONCAT('CREATE TRIGGER `', REPLACE(t.TRIGGER_NAME, '`', '``'), '` ', t.ACTION_TIMING, ' ',
                          t.EVENT_MANIPULATION, ' ON `', REPLACE(t.EVENT_OBJECT_TABLE, '`', '``'),
                          '` FOR EACH ROW ', t.ACTION_STATEMENT) AS definition
              FROM information_schema.TRIGGERS t WHERE t.TRIGGER_SCHEMA = DATABASE()
            UNION ALL
            SELECT LOWER(r.ROUTINE_TYPE), r.ROUTINE_NAME, NULL, r.ROUTINE_DEFINITION
              FROM information_schema.ROUTINES r WHERE r.ROUTINE_SCHEMA = DATABASE()
            UNION ALL
            SELECT 'event', e.EVENT_NAME, NULL, e.EVENT_DEFINITION
              FROM information_schema.EVENTS e WHERE e.EVENT_SCHEMA = DATABASE()
            UNION ALL
            SELECT 'partitioning', p.TABLE_NAME, p.TABLE_NAME,
                   CONCAT('PARTITION BY ', MAX(p.PARTITION_METHOD), ' (', COALESCE(MAX(p.PARTITION_EXPRESSION), ''), ')')
              FROM information_schema.PARTITIONS p
             WHERE p.TABLE_SCHEMA = DATABASE() AND p.PARTITION_NAME IS NOT NULL
             GROUP BY p.TABLE_NAME
            UNION ALL
            SELECT CASE t.TABLE_TYPE WHEN 'SEQUENCE' THEN 'sequence' ELSE 'system versioning' END, t.TABLE_NAME,
                   CASE t.TABLE_TYPE WHEN 'SEQUENCE' THEN NULL ELSE t.TABLE_NAME END, NULL
              FROM information_schema.TABLES t
             WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE IN ('SEQUENCE', 'SYSTEM VERSIONED')
            ORDER BY 1, 3, 2
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
