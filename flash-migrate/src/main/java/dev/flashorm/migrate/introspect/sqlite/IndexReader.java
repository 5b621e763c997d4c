package dev.flashorm.migrate.introspect.sqlite;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.SqlExpression;
import dev.flashorm.migrate.physical.TableIndex;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Indexes and unique constraints (pragmas index_list and index_xinfo). */
final class IndexReader {
    private static final String QUERY = """
            SELECT l.name AS table_name, i.name AS name, i."unique" AS is_unique, i.origin AS origin,
                   x.name AS column_name, x."desc" AS descending, x.coll AS collation, m.sql AS sql
              FROM pragma_table_list l
              JOIN pragma_index_list(l.name) i
              JOIN pragma_index_xinfo(i.name) x
              LEFT JOIN sqlite_schema m ON m.type = 'index' AND m.name = i.name
             WHERE l.schema = 'main' AND l.type = 'table' AND x.key = 1
             ORDER BY l.name, i.name, x.seqno
            """;

    private final Map<String, Map<String, List<Key>>> keys = new HashMap<>();

    private IndexReader() {}

    private record Key(
            String table,
            String index,
            boolean unique,
            char origin,
            Optional<String> column,
            boolean descending,
            String collation,
            Optional<String> sql) {}

    static IndexReader read(Catalog catalog) throws SQLException {
        IndexReader reader = new IndexReader();
        for (Key key : catalog.query(QUERY, IndexReader::key)) {
            reader.keys
                    .computeIfAbsent(key.table(), name -> new LinkedHashMap<>())
                    .computeIfAbsent(key.index(), name -> new ArrayList<>())
                    .add(key);
        }
        return reader;
    }

    private static Key key(CatalogRow row) throws SQLException {
        return new Key(
                row.text("table_name"),
                row.text("name"),
                row.flag("is_unique"),
                row.letter("origin"),
                row.maybe("column_name"),
                row.flag("descending"),
                row.maybe("collation").orElse("BINARY"),
                row.maybe("sql"));
    }

    List<TableIndex> indexes(String table, TableText text) {
        Map<String, List<Key>> all = keys.getOrDefault(table, Map.of());
        List<String> constraints = all.values().stream()
                .map(index -> index.get(0))
                .filter(index -> index.origin() == 'u')
                .map(Key::index)
                .sorted(Comparator.comparingInt(IndexReader::number))
                .toList();
        List<TableIndex> indexes = new ArrayList<>();
        for (List<Key> index : all.values()) {
            if (index.get(0).origin() == 'c') {
                indexes.add(index(index, text));
            }
        }
        for (int i = 0; i < constraints.size(); i++) {
            String name = constraints.get(i);
            indexes.add(index(all.getOrDefault(name, List.of()), text)
                    .withName(name.substring(0, name.lastIndexOf('_') + 1) + (i + 1)));
        }
        return indexes;
    }

    /**
     * `sqlite_autoindex_User_2`: the server counts the primary key, too, wherever it stands in the table's text, which says
     * nothing about the constraints.
     */
    private static int number(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('_') + 1));
    }

    private static TableIndex index(List<Key> keys, TableText table) {
        Key first = keys.get(0);
        IndexText text = IndexText.parse(first.sql().orElse(""));
        List<IndexPart> parts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            parts.add(part(keys.get(i), i < text.keys().size() ? text.keys().get(i) : "", table));
        }
        return new TableIndex(
                first.index(),
                first.unique(),
                first.origin() == 'u',
                Optional.empty(),
                parts,
                List.of(),
                text.where(),
                "",
                Optional.empty());
    }

    private static IndexPart part(Key key, String text, TableText table) {
        String usual = key.column().flatMap(table::collation).orElse("BINARY");
        return new IndexPart(
                key.column(),
                key.column().isPresent() ? Optional.empty() : Optional.of(new SqlExpression(text)),
                key.descending(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                key.collation().equalsIgnoreCase(usual) ? Optional.empty() : Optional.of(key.collation()));
    }

    /** The key with the order that its index has; the row's own number has none. */
    PrimaryKey withOrder(String table, PrimaryKey key) {
        for (List<Key> index : keys.getOrDefault(table, Map.of()).values()) {
            if (index.get(0).origin() == 'p') {
                return key.withParts(index.stream()
                        .map(part -> new IndexPart(
                                part.column(),
                                Optional.empty(),
                                part.descending(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .distinct()
                        .toList());
            }
        }
        return key;
    }
}
