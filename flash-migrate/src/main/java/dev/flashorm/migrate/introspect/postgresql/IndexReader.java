package dev.flashorm.migrate.introspect.postgresql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.SqlExpression;
import dev.flashorm.migrate.physical.TableIndex;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Primary keys, unique constraints and indexes (pg_index). An invalid index, which no query uses, is not among them:
 * it is what a failed concurrent build left behind.
 */
final class IndexReader {
    private static final String QUERY = """
            SELECT i.indexrelid AS id, i.indrelid AS relation, c.relname AS name, am.amname AS method,
                   i.indisunique AS is_unique, coalesce(k.contype = 'p', false) AS is_primary,
                   k.oid IS NOT NULL AS is_constraint, k.condeferrable, k.condeferred,
                   coalesce(to_jsonb(i) ->> 'indnullsnotdistinct', 'false') = 'true' AS nulls_equal,
                   array_to_string(c.reloptions, ', ') AS storage,
                   pg_get_expr(i.indpred, i.indrelid, true) AS condition,
                   u.ord > i.indnkeyatts AS is_included,
                   a.attname AS column_name,
                   CASE WHEN u.num = 0 THEN pg_get_indexdef(i.indexrelid, u.ord::int, false) END AS expression,
                   (i.indoption[u.ord - 1] & 1) <> 0 AS descending,
                   (i.indoption[u.ord - 1] & 2) <> 0 AS nulls_first,
                   CASE WHEN NOT o.opcdefault THEN o.opcname END AS operator_class,
                   CASE WHEN i.indcollation[u.ord - 1] <> coalesce(a.attcollation, 0) AND u.num <> 0
                        THEN quote_ident(co.collname) END AS collation,
                   coalesce(dk.description, di.description) AS comment
              FROM pg_index i
              JOIN pg_class c ON c.oid = i.indexrelid
              JOIN pg_class t ON t.oid = i.indrelid
              JOIN pg_namespace n ON n.oid = t.relnamespace
              JOIN pg_am am ON am.oid = c.relam
              JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY u (num, ord) ON true
              LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.num AND u.num <> 0
              LEFT JOIN pg_opclass o ON o.oid = i.indclass[u.ord - 1] AND u.ord <= i.indnkeyatts
              LEFT JOIN pg_collation co ON co.oid = i.indcollation[u.ord - 1] AND u.ord <= i.indnkeyatts
              LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid
                                       AND k.contype IN ('p', 'u', 'x')
              LEFT JOIN pg_description di ON di.objoid = c.oid AND di.classoid = 'pg_class'::regclass
              LEFT JOIN pg_description dk ON dk.objoid = k.oid AND dk.classoid = 'pg_constraint'::regclass
             WHERE n.nspname = ANY (?) AND NOT t.relispartition AND t.relkind IN ('r', 'p')
               AND (i.indisvalid OR k.oid IS NOT NULL OR t.relkind = 'p') AND coalesce(k.contype, ' ') <> 'x'
             ORDER BY i.indrelid, c.relname, u.ord
            """;

    private final Map<Long, PrimaryKey> primaryKeys = new HashMap<>();
    private final Map<Long, List<TableIndex>> indexes = new HashMap<>();

    private IndexReader() {}

    private record Part(long index, long table, boolean primary, TableIndex head, boolean included, IndexPart part) {}

    static IndexReader read(Catalog catalog, Namespaces namespaces) throws SQLException {
        IndexReader reader = new IndexReader();
        List<Part> group = new ArrayList<>();
        for (Part part : catalog.query(QUERY, IndexReader::part, namespaces.read())) {
            if (!group.isEmpty() && group.get(0).index() != part.index()) {
                reader.add(group);
                group.clear();
            }
            group.add(part);
        }
        if (!group.isEmpty()) {
            reader.add(group);
        }
        return reader;
    }

    Optional<PrimaryKey> primaryKey(long table) {
        return Optional.ofNullable(primaryKeys.get(table));
    }

    List<TableIndex> indexes(long table) {
        return indexes.getOrDefault(table, List.of());
    }

    private void add(List<Part> group) {
        Part first = group.get(0);
        List<IndexPart> keys = new ArrayList<>();
        List<String> included = new ArrayList<>();
        for (Part part : group) {
            if (part.included()) {
                part.part().column().ifPresent(included::add);
            } else {
                keys.add(part.part());
            }
        }
        TableIndex index = first.head().withParts(keys, included);
        if (first.primary()) {
            String include = included.isEmpty() ? "" : "INCLUDE (" + String.join(", ", quoted(included)) + ")";
            primaryKeys.put(
                    first.table(),
                    new PrimaryKey(
                            Optional.of(index.name()),
                            keys,
                            (include + " " + index.options()).strip(),
                            index.comment()));
        } else {
            indexes.computeIfAbsent(first.table(), key -> new ArrayList<>()).add(index);
        }
    }

    private static List<String> quoted(List<String> names) {
        return names.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .toList();
    }

    private static Part part(CatalogRow row) throws SQLException {
        TableIndex head = new TableIndex(
                row.text("name"),
                row.flag("is_unique"),
                row.flag("is_constraint"),
                Optional.of(row.text("method").toUpperCase(Locale.ROOT)).filter(method -> !method.equals("BTREE")),
                List.of(),
                List.of(),
                row.maybe("condition").map(SqlExpression::new),
                options(row),
                row.maybe("comment"));
        boolean descending = row.flag("descending");
        boolean nullsFirst = row.flag("nulls_first");
        IndexPart part = new IndexPart(
                row.maybe("column_name"),
                row.maybe("expression").map(SqlExpression::new),
                descending,
                descending == nullsFirst ? Optional.empty() : Optional.of(nullsFirst),
                row.maybe("operator_class"),
                Optional.empty(),
                row.maybe("collation"));
        return new Part(
                row.big("id"), row.big("relation"), row.flag("is_primary"), head, row.flag("is_included"), part);
    }

    private static String options(CatalogRow row) throws SQLException {
        List<String> options = new ArrayList<>();
        if (row.flag("nulls_equal")) {
            options.add("NULLS NOT DISTINCT");
        }
        row.filled("storage").ifPresent(storage -> options.add("WITH (" + storage + ")"));
        if (row.flag("condeferrable")) {
            options.add(row.flag("condeferred") ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE");
        }
        return String.join(" ", options);
    }
}
