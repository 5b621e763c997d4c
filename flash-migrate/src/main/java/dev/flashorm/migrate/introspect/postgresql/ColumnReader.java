package dev.flashorm.migrate.introspect.postgresql;

import dev.flashorm.migrate.dialect.postgresql.CatalogDefaults;
import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.Generated;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of tables and views (pg_attribute, pg_attrdef). */
final class ColumnReader {
    private static final String QUERY = """
            SELECT a.attrelid AS relation, a.attname AS name, a.attnotnull AS not_null, a.attnum AS position,
                   a.attidentity::text AS identity, a.attgenerated::text AS generated,
                   CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, CASE WHEN a.atttypmod = -1 THEN t.typtypmod ELSE a.atttypmod END)
                        ELSE format_type(a.atttypid, a.atttypmod) END AS base_type,
                   CASE WHEN t.typtype = 'd' THEN format_type(a.atttypid, NULL) END AS domain,
                   coalesce(e.oid, b.oid) <> b.oid AS is_array,
                   coalesce(e.typtype, b.typtype)::text AS element_kind,
                   coalesce(en.nspname, bn.nspname) AS element_schema,
                   coalesce(e.typname, b.typname) AS element_name,
                   pg_get_expr(d.adbin, d.adrelid) AS expression,
                   (SELECT s.oid FROM pg_depend p JOIN pg_class s ON s.oid = p.refobjid AND s.relkind = 'S'
                     WHERE p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid
                       AND p.refclassid = 'pg_class'::regclass
                     LIMIT 1) AS default_sequence,
                   CASE WHEN a.attcollation <> t.typcollation
                         -- In a database of the locale C, the collations C and POSIX are its default by other names.
                         AND NOT (t.typcollation = 'pg_catalog.default'::regcollation
                                  AND cn.nspname = 'pg_catalog' AND co.collname IN ('C', 'POSIX')
                                  AND coalesce(to_jsonb(db) ->> 'datlocprovider', 'c') = 'c'
                                  AND db.datcollate IN ('C', 'POSIX') AND db.datctype IN ('C', 'POSIX'))
                        THEN CASE WHEN cn.nspname = 'pg_catalog' THEN '' ELSE quote_ident(cn.nspname) || '.' END
                             || quote_ident(co.collname)
                        END AS collation,
                   ds.description AS comment
              FROM pg_attribute a
              JOIN pg_database db ON db.datname = current_database()
              JOIN pg_class c ON c.oid = a.attrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_type t ON t.oid = a.atttypid
              JOIN pg_type b ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
              JOIN pg_namespace bn ON bn.oid = b.typnamespace
              LEFT JOIN pg_type e ON e.oid = b.typelem AND e.typarray = b.oid
              LEFT JOIN pg_namespace en ON en.oid = e.typnamespace
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN pg_collation co ON co.oid = a.attcollation
              LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
              LEFT JOIN pg_description ds
                     ON ds.objoid = c.oid AND ds.classoid = 'pg_class'::regclass AND ds.objsubid = a.attnum
             WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition
               AND a.attnum > 0 AND NOT a.attisdropped
             ORDER BY a.attrelid, a.attnum
            """;

    private static final Set<String> COUNTABLE = Set.of("SMALLINT", "INTEGER", "BIGINT");

    private final Namespaces namespaces;
    private final TypeReader types;
    private final SequenceReader sequences;

    ColumnReader(Namespaces namespaces, TypeReader types, SequenceReader sequences) {
        this.namespaces = namespaces;
        this.types = types;
        this.sequences = sequences;
    }

    /**
     * A column and the sequence that counts it, 0 for none.
     *
     * @param relation the table's object id
     */
    record Found(long relation, Column column, long sequence) {}

    Map<Long, List<Found>> read(Catalog catalog) throws SQLException {
        Map<Long, List<Found>> byTable = new HashMap<>();
        for (Found found : catalog.query(QUERY, this::column, namespaces.read())) {
            byTable.computeIfAbsent(found.relation(), key -> new ArrayList<>()).add(found);
        }
        return byTable;
    }

    static List<Column> columns(Map<Long, List<Found>> columns, long table) {
        return columns.getOrDefault(table, List.of()).stream()
                .map(Found::column)
                .toList();
    }

    private Found column(CatalogRow row) throws SQLException {
        long relation = row.big("relation");
        ColumnType type = types.type(row);
        Optional<String> expression = row.maybe("expression");
        char generated = row.letter("generated");
        char identity = row.letter("identity");
        Column column = Column.of(row.text("name"), type, !row.flag("not_null"))
                .withCollation(row.maybe("collation"))
                .withComment(row.maybe("comment"))
                .withOptions(
                        row.maybe("domain").map(name -> Map.of("domain", name)).orElse(Map.of()));
        if (generated != ' ') {
            SqlExpression sql = new SqlExpression(expression.orElse(""));
            return new Found(relation, column.withGenerated(Optional.of(new Generated(sql, generated == 's'))), 0);
        }
        if (identity != ' ') {
            long sequence = sequences.ofIdentity(relation, row.number("position"));
            Identity.Kind kind = identity == 'a' ? Identity.Kind.ALWAYS : Identity.Kind.BY_DEFAULT;
            return new Found(relation, column.withIdentity(Optional.of(sequences.identity(kind, sequence))), sequence);
        }
        long sequence = sequences.ofDefault(row.big("default_sequence"), expression.orElse(""));
        if (sequence != 0 && COUNTABLE.contains(type.name()) && !type.array()) {
            Identity serial = sequences.identity(Identity.Kind.SERIAL, sequence);
            return new Found(relation, column.withIdentity(Optional.of(serial)), sequence);
        }
        Optional<ColumnDefault> value = expression.map(sql -> CatalogDefaults.parse(sql, type));
        return new Found(relation, column.withDefault(value), 0);
    }
}
