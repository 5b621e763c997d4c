package dev.flashorm.migrate.introspect.postgresql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.Extension;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.View;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables, views, enums and extensions: what has a name of its own. Parts of extensions are left to them. */
final class ObjectReader {
    private static final String TABLES = """
            SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, c.relpersistence::text AS persistence,
                   array_to_string(c.reloptions, ', ') AS storage, ds.description AS comment
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_description ds
                     ON ds.objoid = c.oid AND ds.classoid = 'pg_class'::regclass AND ds.objsubid = 0
             WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
               AND NOT EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
             ORDER BY n.nspname, c.relname
            """;

    private static final String VIEWS = """
            SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, c.relkind = 'm' AS materialized,
                   'CREATE ' || CASE WHEN c.relkind = 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW '
                   || c.oid::regclass::text
                   || coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '')
                   || ' AS ' || rtrim(pg_get_viewdef(c.oid), ';') AS definition
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = ANY (?) AND c.relkind IN ('v', 'm')
               AND NOT EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
             ORDER BY n.nspname, c.relname
            """;

    private static final String ENUMS = """
            SELECT n.nspname AS schema, t.typname AS name, ds.description AS comment,
                   (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
                      FROM pg_enum e WHERE e.enumtypid = t.oid) AS labels
              FROM pg_type t
              JOIN pg_namespace n ON n.oid = t.typnamespace
              LEFT JOIN pg_description ds ON ds.objoid = t.oid AND ds.classoid = 'pg_type'::regclass
             WHERE n.nspname = ANY (?) AND t.typtype = 'e'
               AND NOT EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = 'pg_type'::regclass AND x.objid = t.oid AND x.deptype = 'e')
             ORDER BY n.nspname, t.typname
            """;

    private static final String EXTENSIONS = """
            SELECT e.extname AS name, n.nspname AS schema, e.extversion AS version
              FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
             WHERE e.extname <> 'plpgsql'
             ORDER BY e.extname
            """;

    private final Catalog catalog;
    private final Namespaces namespaces;

    ObjectReader(Catalog catalog, Namespaces namespaces) {
        this.catalog = catalog;
        this.namespaces = namespaces;
    }

    /** The head of a table. */
    record Relation(long id, ObjectName name, Optional<String> comment, Map<String, String> options) {}

    List<Relation> tables() throws SQLException {
        return catalog.query(TABLES, this::table, namespaces.read()).stream()
                .filter(table -> !IntrospectionScope.isHistoryTable(table.name().name()))
                .toList();
    }

    private Relation table(CatalogRow row) throws SQLException {
        Map<String, String> options = new HashMap<>();
        if (row.letter("persistence") == 'u') {
            options.put("unlogged", "");
        }
        row.filled("storage").ifPresent(storage -> options.put("with", storage));
        return new Relation(row.big("id"), name(row), row.maybe("comment"), options);
    }

    List<View> views(Map<Long, List<ColumnReader.Found>> columns) throws SQLException {
        return catalog.query(
                VIEWS,
                row -> new View(
                        name(row),
                        row.flag("materialized"),
                        row.text("definition"),
                        ColumnReader.columns(columns, row.big("id"))),
                namespaces.read());
    }

    List<DatabaseEnum> enums() throws SQLException {
        return catalog.query(
                ENUMS,
                row -> new DatabaseEnum(name(row), row.texts("labels"), row.maybe("comment")),
                namespaces.read());
    }

    List<Extension> extensions() throws SQLException {
        return catalog.query(
                EXTENSIONS, row -> new Extension(row.text("name"), row.maybe("schema"), row.maybe("version")));
    }

    private ObjectName name(CatalogRow row) throws SQLException {
        return namespaces.name(row.text("schema"), row.text("name"));
    }
}
