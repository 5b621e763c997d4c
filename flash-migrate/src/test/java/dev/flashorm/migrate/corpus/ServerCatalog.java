package dev.flashorm.migrate.corpus;

import dev.flashorm.testing.DatabaseName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the server itself says of a database, in its own words: read without the product, so that a thing that the
 * product does not see is missed here. A line a thing; the order of columns is left out.
 */
final class ServerCatalog {
    private static final String USER_SCHEMAS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
    private static final String NO_EXTENSION =
            " AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.objid = %s.oid AND e.deptype = 'e')";

    /** Schemas, columns (six digits of a second are the default), constraints, indexes, enums and sequences. */
    private static final List<String> POSTGRESQL = List.of(
            "SELECT 'schema', n.nspname FROM pg_namespace n WHERE " + USER_SCHEMAS,
            """
            SELECT 'table', n.nspname, c.relname, c.relpersistence, c.reloptions, obj_description(c.oid, 'pg_class')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND
            """ + USER_SCHEMAS + NO_EXTENSION.formatted("c"),
            """
            SELECT 'column', n.nspname, c.relname, a.attname, replace(format_type(a.atttypid, a.atttypmod), '(6)', ''), a.attnotnull,
              a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid),
              (SELECT l.collname FROM pg_collation l WHERE l.oid = a.attcollation), col_description(c.oid, a.attnum)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND
            """ + USER_SCHEMAS + NO_EXTENSION.formatted("c"),
            """
            SELECT 'constraint', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND
            """ + USER_SCHEMAS + NO_EXTENSION.formatted("c"),
            """
            SELECT 'index', pg_get_indexdef(i.indexrelid), i.indisvalid, obj_description(i.indexrelid, 'pg_class')
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE
            """ + USER_SCHEMAS + NO_EXTENSION.formatted("c"),
            """
            SELECT 'enum', n.nspname, t.typname, obj_description(t.oid, 'pg_type'),
              (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND
            """ + USER_SCHEMAS + NO_EXTENSION.formatted("t"),
            """
            SELECT 'sequence', n.nspname, c.relname, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin,
              s.seqmax, s.seqcache, s.seqcycle,
              (SELECT d.refobjid::regclass || '.' || d.refobjsubid FROM pg_depend d
               WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')) IS NOT NULL
            FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE
            """ + USER_SCHEMAS + NO_EXTENSION.formatted("c"));

    /** What a diff never touches. */
    private static final List<String> POSTGRESQL_BESIDE = List.of(
            "SELECT 'view', n.nspname, c.relname, pg_get_viewdef(c.oid) FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND "
                    + USER_SCHEMAS,
            "SELECT 'trigger', c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                    + " WHERE NOT t.tgisinternal",
            "SELECT 'function', n.nspname, p.oid::regprocedure FROM pg_proc p"
                    + " JOIN pg_namespace n ON n.oid = p.pronamespace WHERE " + USER_SCHEMAS,
            "SELECT 'policy', schemaname, tablename, policyname, qual FROM pg_policies",
            "SELECT 'partition', i.inhrelid::regclass FROM pg_inherits i",
            "SELECT 'extension', extname FROM pg_extension",
            "SELECT 'domain', t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
                    + " WHERE t.typtype = 'd' AND " + USER_SCHEMAS);

    private static final List<String> MYSQL_BESIDE = List.of(
            "SELECT 'view', table_name, view_definition FROM information_schema.views WHERE table_schema = DATABASE()",
            "SELECT 'trigger', event_object_table, trigger_name, action_statement FROM information_schema.triggers"
                    + " WHERE trigger_schema = DATABASE()",
            "SELECT 'routine', routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()",
            "SELECT 'event', event_name FROM information_schema.events WHERE event_schema = DATABASE()");

    private static final List<String> SQLITE = List.of(
            "SELECT 'table', m.name, l.strict, l.wr FROM sqlite_master m JOIN pragma_table_list l ON l.name = m.name"
                    + " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
            "SELECT 'column', m.name, x.name, lower(x.type), x.\"notnull\" OR x.pk, replace(x.dflt_value, char(34), ''''), x.pk, x.hidden FROM sqlite_master m"
                    + " JOIN pragma_table_xinfo(m.name) x WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
            "SELECT 'key', m.name, f.\"table\", f.seq, f.\"from\", f.\"to\", f.on_update, f.on_delete FROM sqlite_master m"
                    + " JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
            "SELECT 'index', m.name, i.\"unique\", i.origin, i.partial, x.seqno, x.name, x.desc, x.coll,"
                    + " iif(i.origin = 'c', i.name, '') FROM sqlite_master m JOIN pragma_index_list(m.name) i"
                    + " JOIN pragma_index_xinfo(i.name) x WHERE m.type = 'table' AND x.key");

    private static final List<String> SQLITE_BESIDE =
            List.of("SELECT type, name, sql FROM sqlite_master WHERE type IN ('view', 'trigger')");

    private final Set<String> things;
    private final Set<String> beside;

    private ServerCatalog(Set<String> things, Set<String> beside) {
        this.things = things;
        this.beside = beside;
    }

    static ServerCatalog read(Connection connection, DatabaseName name) throws SQLException {
        return switch (name) {
            case POSTGRESQL -> new ServerCatalog(lines(connection, POSTGRESQL), lines(connection, POSTGRESQL_BESIDE));
            case SQLITE -> new ServerCatalog(lines(connection, SQLITE), lines(connection, SQLITE_BESIDE));
            case MYSQL, MARIADB -> new ServerCatalog(mysqlTables(connection), lines(connection, MYSQL_BESIDE));
            case MONGODB -> throw new IllegalArgumentException("no SQL in " + name);
        };
    }

    /** What is there in one and not in the other; empty when they are alike. */
    String difference(ServerCatalog other) {
        Set<String> missing = new TreeSet<>(things);
        missing.removeAll(other.things);
        Set<String> more = new TreeSet<>(other.things);
        more.removeAll(things);
        return missing.isEmpty() && more.isEmpty() ? "" : "the server misses " + missing + " and has " + more;
    }

    /** What stood beside the model and is gone from the other. */
    Set<String> lostIn(ServerCatalog other) {
        Set<String> lost = new TreeSet<>(beside);
        lost.removeAll(other.beside);
        return lost;
    }

    /** The lines of SHOW CREATE TABLE. */
    private static Set<String> mysqlTables(Connection connection) throws SQLException {
        Set<String> found = new TreeSet<>();
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        for (String table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SHOW CREATE TABLE `" + table.replace("`", "``") + "`")) {
                rows.next();
                rows.getString(2)
                        .lines()
                        .map(line -> line.strip().replaceAll(",$", "").replaceAll(" AUTO_INCREMENT=\\d+", ""))
                        .forEach(line -> found.add(table + ": " + line));
            }
        }
        return found;
    }

    private static Set<String> lines(Connection connection, List<String> queries) throws SQLException {
        Set<String> found = new TreeSet<>();
        for (String query : queries) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        cells.add(String.valueOf(rows.getObject(i)));
                    }
                    found.add(String.join(" ", cells));
                }
            }
        }
        return found;
    }
}
