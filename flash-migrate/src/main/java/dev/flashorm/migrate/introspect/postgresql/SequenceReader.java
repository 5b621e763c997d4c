package dev.flashorm.migrate.introspect.postgresql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Sequence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sequences (pg_sequence), and which column each belongs to (pg_depend). */
final class SequenceReader {
    private static final String QUERY = """
            SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, format_type(s.seqtypid, NULL) AS type,
                   s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
                   p.deptype::text AS ownership, p.refobjid AS owner, p.refobjsubid AS owner_column,
                   n.nspname = ANY (?) AS in_scope,
                   ds.description AS comment,
                   CASE WHEN p.objid IS NOT NULL
                        THEN quote_ident(t.relname) || '.' || quote_ident(a.attname) END AS owned_by
              FROM pg_sequence s
              JOIN pg_class c ON c.oid = s.seqrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_depend p
                     ON p.classid = 'pg_class'::regclass AND p.objid = c.oid AND p.refclassid = 'pg_class'::regclass
                    AND p.refobjsubid > 0 AND p.deptype IN ('a', 'i')
              LEFT JOIN pg_class t ON t.oid = p.refobjid
              LEFT JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
              LEFT JOIN pg_description ds
                     ON ds.objoid = c.oid AND ds.classoid = 'pg_class'::regclass AND ds.objsubid = 0
             WHERE NOT EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
             ORDER BY n.nspname, c.relname
            """;

    private final Map<Long, Found> sequences = new LinkedHashMap<>();

    private SequenceReader() {}

    private record Found(long id, Sequence sequence, boolean inScope, char ownership, long owner, int ownerColumn) {}

    static SequenceReader read(Catalog catalog, Namespaces namespaces) throws SQLException {
        SequenceReader reader = new SequenceReader();
        for (Found found : catalog.query(QUERY, row -> sequence(row, namespaces), namespaces.read())) {
            reader.sequences.put(found.id(), found);
        }
        return reader;
    }

    private static Found sequence(CatalogRow row, Namespaces namespaces) throws SQLException {
        Sequence sequence = new Sequence(
                namespaces.name(row.text("schema"), row.text("name")),
                row.text("type"),
                row.big("seqstart"),
                row.big("seqincrement"),
                row.big("seqmin"),
                row.big("seqmax"),
                row.big("seqcache"),
                row.flag("seqcycle"),
                row.maybe("owned_by"),
                row.maybe("comment"));
        return new Found(
                row.big("id"),
                sequence,
                row.flag("in_scope"),
                row.letter("ownership"),
                row.big("owner"),
                row.number("owner_column"));
    }

    /** The sequence behind an identity column; 0 when the catalog knows none. */
    long ofIdentity(long table, int column) {
        for (Found found : sequences.values()) {
            if (found.ownership() == 'i' && found.owner() == table && found.ownerColumn() == column) {
                return found.id();
            }
        }
        return 0;
    }

    /**
     * The sequence of a default that is nothing but its next value; 0 for any other default.
     *
     * @param referenced what the catalog says the default depends on; 0 for a name that is looked up when it runs
     */
    long ofDefault(long referenced, String sql) {
        if (sql.startsWith("nextval('") && sql.endsWith("'::regclass)")) {
            return referenced;
        }
        String open = "nextval(('";
        String close = "'::text)::regclass)";
        if (!sql.startsWith(open) || !sql.endsWith(close)) {
            return 0;
        }
        String name = sql.substring(open.length(), sql.length() - close.length());
        for (Found found : sequences.values()) {
            ObjectName sequence = found.sequence().name();
            if (name.equals(sequence.toString()) || name.equals("public." + sequence)) {
                return found.id();
            }
        }
        return 0;
    }

    Identity identity(Identity.Kind kind, long id) {
        Found found = sequences.get(id);
        if (found == null) {
            return Identity.of(kind);
        }
        ObjectName name = found.sequence().name();
        return new Identity(kind, Optional.of(name), options(found.sequence()));
    }

    /** What differs from a new sequence's settings, as SQL. */
    private static String options(Sequence sequence) {
        long largest = switch (sequence.type()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        boolean up = sequence.increment() > 0;
        long min = up ? 1 : -largest - 1;
        long max = up ? largest : -1;
        List<String> options = new ArrayList<>();
        if (sequence.start() != (up ? sequence.min() : sequence.max())) {
            options.add("START WITH " + sequence.start());
        }
        if (sequence.increment() != 1) {
            options.add("INCREMENT BY " + sequence.increment());
        }
        if (sequence.min() != min) {
            options.add("MINVALUE " + sequence.min());
        }
        if (sequence.max() != max) {
            options.add("MAXVALUE " + sequence.max());
        }
        if (sequence.cache() != 1) {
            options.add("CACHE " + sequence.cache());
        }
        if (sequence.cycle()) {
            options.add("CYCLE");
        }
        return String.join(" ", options);
    }

    /** Those that would outlive the columns they count, or that count none. */
    List<Sequence> freeSequences(Map<Long, List<ColumnReader.Found>> columns) {
        Set<Long> taken = new HashSet<>();
        columns.values().stream().flatMap(Collection::stream).forEach(found -> taken.add(found.sequence()));
        return sequences.values().stream()
                .filter(found -> found.inScope()
                        && found.ownership() != 'i'
                        && !(found.ownership() == 'a' && taken.contains(found.id())))
                .map(Found::sequence)
                .toList();
    }
}
