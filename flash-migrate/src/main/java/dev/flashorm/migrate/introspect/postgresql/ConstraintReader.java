package dev.flashorm.migrate.introspect.postgresql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Foreign keys and checks (pg_constraint). */
final class ConstraintReader {
    private static final String QUERY = """
            SELECT k.conrelid AS relation, k.conname AS name, k.contype::text AS kind,
                   k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,
                   k.confdeltype::text AS on_delete, k.confupdtype::text AS on_update, k.confmatchtype::text AS match,
                   coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'false' AS not_enforced,
                   fn.nspname AS target_schema, f.relname AS target,
                   (SELECT array_agg(a.attname::text ORDER BY u.ord)
                      FROM unnest(k.conkey) WITH ORDINALITY u (num, ord)
                      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num) AS columns,
                   (SELECT array_agg(a.attname::text ORDER BY u.ord)
                      FROM unnest(k.confkey) WITH ORDINALITY u (num, ord)
                      JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num) AS target_columns,
                   CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END AS expression,
                   ds.description AS comment
              FROM pg_constraint k
              JOIN pg_class c ON c.oid = k.conrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_class f ON f.oid = k.confrelid
              LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
              LEFT JOIN pg_description ds ON ds.objoid = k.oid AND ds.classoid = 'pg_constraint'::regclass
             WHERE n.nspname = ANY (?) AND k.contype IN ('f', 'c') AND k.conparentid = 0 AND NOT c.relispartition
             ORDER BY k.conrelid, k.conname
            """;

    private final Map<Long, List<ForeignKey>> foreignKeys = new HashMap<>();
    private final Map<Long, List<Check>> checks = new HashMap<>();
    private final Namespaces namespaces;

    private ConstraintReader(Namespaces namespaces) {
        this.namespaces = namespaces;
    }

    static ConstraintReader read(Catalog catalog, Namespaces namespaces) throws SQLException {
        ConstraintReader reader = new ConstraintReader(namespaces);
        catalog.query(QUERY, reader::add, namespaces.read());
        return reader;
    }

    List<ForeignKey> foreignKeys(long table) {
        return foreignKeys.getOrDefault(table, List.of());
    }

    List<Check> checks(long table) {
        return checks.getOrDefault(table, List.of());
    }

    private boolean add(CatalogRow row) throws SQLException {
        long table = row.big("relation");
        return row.letter("kind") == 'f'
                ? foreignKeys.computeIfAbsent(table, key -> new ArrayList<>()).add(foreignKey(row))
                : checks.computeIfAbsent(table, key -> new ArrayList<>()).add(check(row));
    }

    private ForeignKey foreignKey(CatalogRow row) throws SQLException {
        List<String> options = new ArrayList<>();
        if (row.letter("match") == 'f') {
            options.add("MATCH FULL");
        }
        if (row.flag("condeferrable")) {
            options.add(row.flag("condeferred") ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE");
        }
        return new ForeignKey(
                Optional.of(row.text("name")),
                row.texts("columns"),
                namespaces.name(row.text("target_schema"), row.text("target")),
                row.texts("target_columns"),
                action(row.letter("on_delete")),
                action(row.letter("on_update")),
                options(row, options),
                row.maybe("comment"));
    }

    private static Check check(CatalogRow row) throws SQLException {
        List<String> options = new ArrayList<>();
        if (row.flag("connoinherit")) {
            options.add("NO INHERIT");
        }
        return new Check(
                Optional.of(row.text("name")),
                new SqlExpression(row.text("expression")),
                options(row, options),
                row.maybe("comment"));
    }

    private static String options(CatalogRow row, List<String> options) throws SQLException {
        if (row.flag("not_enforced")) {
            options.add("NOT ENFORCED");
        } else if (!row.flag("convalidated")) {
            options.add("NOT VALID");
        }
        return String.join(" ", options);
    }

    private static ForeignKey.Action action(char code) {
        return switch (code) {
            case 'r' -> ForeignKey.Action.RESTRICT;
            case 'c' -> ForeignKey.Action.CASCADE;
            case 'n' -> ForeignKey.Action.SET_NULL;
            case 'd' -> ForeignKey.Action.SET_DEFAULT;
            default -> ForeignKey.Action.NO_ACTION;
        };
    }
}
