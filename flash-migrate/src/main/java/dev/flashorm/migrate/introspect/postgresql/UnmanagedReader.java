package dev.flashorm.migrate.introspect.postgresql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.UnmanagedObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What exists beside tables, types and views, in one query. Parts of extensions are left to them. */
final class UnmanagedReader {
    private static final String QUERY = """
            WITH scope AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (?)),
                 relation AS (SELECT c.oid, c.relname, c.relkind, c.relispartition, c.relrowsecurity, s.nspname
                                FROM pg_class c JOIN scope s ON s.oid = c.relnamespace
                               WHERE NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_class'::regclass
                                                    AND x.objid = c.oid AND x.deptype = 'e'))
            SELECT 'trigger' AS kind, t.tgname AS name, r.nspname AS schema, r.relname AS owner,
                   pg_get_triggerdef(t.oid) AS definition
              FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid
             WHERE NOT t.tgisinternal AND NOT r.relispartition
            UNION ALL
            SELECT 'policy', p.polname, r.nspname, r.relname,
                   'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || r.oid::regclass::text
                   || ' AS ' || CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END
                   || ' FOR ' || CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                                               WHEN 'd' THEN 'DELETE' ELSE 'ALL' END
                   || ' TO ' || (SELECT string_agg(CASE WHEN o = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(o)) END, ', ')
                                   FROM unnest(p.polroles) o)
                   || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
                   || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
              FROM pg_policy p JOIN relation r ON r.oid = p.polrelid
            UNION ALL
            SELECT 'row level security', r.relname, r.nspname, r.relname,
                   'ALTER TABLE ' || r.oid::regclass::text || ' ENABLE ROW LEVEL SECURITY'
              FROM relation r WHERE r.relrowsecurity
            UNION ALL
            SELECT 'rule', w.rulename, r.nspname, r.relname, pg_get_ruledef(w.oid)
              FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class WHERE w.rulename <> '_RETURN'
            UNION ALL
            SELECT 'exclusion constraint', k.conname, r.nspname, r.relname, pg_get_constraintdef(k.oid)
              FROM pg_constraint k JOIN relation r ON r.oid = k.conrelid
             WHERE k.contype = 'x' AND NOT r.relispartition
            UNION ALL
            SELECT 'invalid index', c.relname, r.nspname, r.relname, pg_get_indexdef(i.indexrelid)
              FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN relation r ON r.oid = i.indrelid
             WHERE NOT i.indisvalid AND r.relkind = 'r' AND NOT r.relispartition
               AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
            UNION ALL
            SELECT 'partitioning', r.relname, r.nspname, r.relname, 'PARTITION BY ' || pg_get_partkeydef(r.oid)
              FROM relation r WHERE r.relkind = 'p' AND NOT r.relispartition
            UNION ALL
            SELECT 'partition', r.relname, pn.nspname, p.relname, pg_get_expr(c.relpartbound, c.oid)
              FROM relation r JOIN pg_class c ON c.oid = r.oid JOIN pg_inherits h ON h.inhrelid = r.oid
              JOIN pg_class p ON p.oid = h.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
             WHERE r.relispartition AND r.relkind IN ('r', 'p', 'f')
            UNION ALL
            SELECT 'inheritance', p.relname, r.nspname, r.relname, NULL
              FROM relation r JOIN pg_inherits h ON h.inhrelid = r.oid JOIN pg_class p ON p.oid = h.inhparent
             WHERE NOT r.relispartition AND r.relkind = 'r'
            UNION ALL
            SELECT 'statistics', s.stxname, r.nspname, r.relname, pg_get_statisticsobjdef(s.oid)
              FROM pg_statistic_ext s JOIN relation r ON r.oid = s.stxrelid
            UNION ALL
            SELECT 'foreign table', r.relname, r.nspname, NULL, NULL FROM relation r WHERE r.relkind = 'f'
            UNION ALL
            SELECT CASE f.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' WHEN 'w' THEN 'window function'
                                  ELSE 'function' END,
                   f.proname || '(' || pg_get_function_identity_arguments(f.oid) || ')', s.nspname, NULL,
                   CASE WHEN f.prokind IN ('f', 'p', 'w') THEN pg_get_functiondef(f.oid) END
              FROM pg_proc f JOIN scope s ON s.oid = f.pronamespace
             WHERE NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass AND x.objid = f.oid
                                  AND x.deptype IN ('e', 'i'))
            UNION ALL
            SELECT CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' WHEN 'c' THEN 'composite type'
                                  ELSE 'base type' END,
                   t.typname, s.nspname, NULL,
                   CASE WHEN t.typtype = 'd'
                        THEN 'CREATE DOMAIN ' || t.oid::regtype::text || ' AS ' || format_type(t.typbasetype, t.typtypmod)
                             || coalesce(' DEFAULT ' || t.typdefault, '')
                             || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
                             || coalesce((SELECT string_agg(' CONSTRAINT ' || quote_ident(k.conname) || ' '
                                                            || pg_get_constraintdef(k.oid), '' ORDER BY k.conname)
                                            FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '')
                        WHEN t.typtype = 'c'
                        THEN 'CREATE TYPE ' || t.oid::regtype::text || ' AS ('
                             || (SELECT coalesce(string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod),
                                                            ', ' ORDER BY a.attnum), '')
                                   FROM pg_attribute a
                                  WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) || ')'
                        WHEN t.typtype = 'r'
                        THEN 'CREATE TYPE ' || t.oid::regtype::text || ' AS RANGE (SUBTYPE = '
                             || (SELECT format_type(r.rngsubtype, NULL) FROM pg_range r WHERE r.rngtypid = t.oid) || ')'
                        END
              FROM pg_type t JOIN scope s ON s.oid = t.typnamespace
             WHERE (t.typtype IN ('d', 'r')
                    OR t.typtype = 'b' AND t.typelem = 0
                    OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
               AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_type'::regclass AND x.objid = t.oid
                                  AND x.deptype = 'e')
            UNION ALL
            SELECT 'collation', c.collname, s.nspname, NULL, NULL
              FROM pg_collation c JOIN scope s ON s.oid = c.collnamespace
             WHERE NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_collation'::regclass
                                  AND x.objid = c.oid AND x.deptype = 'e')
            UNION ALL
            SELECT 'operator', o.oid::regoperator::text, s.nspname, NULL, NULL
              FROM pg_operator o JOIN scope s ON s.oid = o.oprnamespace
             WHERE NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_operator'::regclass
                                  AND x.objid = o.oid AND x.deptype = 'e')
            UNION ALL
            SELECT 'text search configuration', c.cfgname, s.nspname, NULL, NULL
              FROM pg_ts_config c JOIN scope s ON s.oid = c.cfgnamespace
             WHERE NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_ts_config'::regclass
                                  AND x.objid = c.oid AND x.deptype = 'e')
            UNION ALL
            SELECT 'event trigger', e.evtname, NULL, NULL, NULL FROM pg_event_trigger e
             WHERE NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_event_trigger'::regclass
                                  AND x.objid = e.oid AND x.deptype = 'e')
            UNION ALL
            SELECT 'publication', p.pubname, NULL, NULL, NULL FROM pg_publication p
            UNION ALL
            SELECT 'foreign server', f.srvname, NULL, NULL, NULL FROM pg_foreign_server f
            UNION ALL
            SELECT 'schema', n.nspname, NULL, NULL, NULL FROM pg_namespace n
             WHERE n.nspname NOT IN (SELECT nspname FROM scope)
               AND n.nspname NOT IN ('information_schema', 'public') AND n.nspname NOT LIKE 'pg\\_%'
               AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_namespace'::regclass
                                  AND x.objid = n.oid AND x.deptype = 'e')
            ORDER BY 1, 3, 4, 2
            """;

    private final Namespaces namespaces;

    UnmanagedReader(Namespaces namespaces) {
        this.namespaces = namespaces;
    }

    List<UnmanagedObject> read(Catalog catalog) throws SQLException {
        return catalog.query(QUERY, this::object, namespaces.read());
    }

    private UnmanagedObject object(CatalogRow row) throws SQLException {
        Optional<String> schema = row.maybe("schema");
        Optional<String> owner = row.maybe("owner");
        String name = row.text("name");
        boolean ownSchema = schema.isEmpty() || schema.get().equals(namespaces.own());
        return new UnmanagedObject(
                row.text("kind"),
                owner.isPresent() || ownSchema ? name : schema.get() + "." + name,
                owner.map(table -> namespaces.name(schema.orElse(namespaces.own()), table)),
                row.maybe("definition"));
    }
}
