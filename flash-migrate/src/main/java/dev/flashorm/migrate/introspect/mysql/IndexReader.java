package dev.flashorm.migrate.introspect.mysql;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.SqlExpression;
import dev.flashorm.migrate.physical.TableIndex;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Primary keys and indexes (STATISTICS). */
final class IndexReader {
    private static final String QUERY = """
            SELECT s.TABLE_NAME AS table_name, s.INDEX_NAME AS name, s.NON_UNIQUE = 0 AS is_unique,
                   s.INDEX_TYPE AS method, s.COLUMN_NAME AS column_name, s.COLLATION = 'D' AS descending,
                   s.SUB_PART AS length, s.INDEX_COMMENT AS comment, %s AS expression, %s AS hidden
              FROM information_schema.STATISTICS s
             WHERE s.TABLE_SCHEMA = DATABASE()
             ORDER BY s.TABLE_NAME, s.INDEX_NAME, s.SEQ_IN_INDEX
            """;

    private static final String PRIMARY = "PRIMARY";

    private final Map<String, PrimaryKey> primaryKeys = new HashMap<>();
    private final Map<String, List<TableIndex>> indexes = new HashMap<>();
    private final Server server;

    private IndexReader(Server server) {
        this.server = server;
    }

    static IndexReader read(Catalog catalog, Server server) throws SQLException {
        IndexReader reader = new IndexReader(server);
        String query = server == Server.MARIADB
                ? QUERY.formatted("NULL", "s.IGNORED = 'YES'")
                : QUERY.formatted("s.EXPRESSION", "s.IS_VISIBLE = 'NO'");
        catalog.query(query, reader::add);
        return reader;
    }

    Optional<PrimaryKey> primaryKey(String table) {
        return Optional.ofNullable(primaryKeys.get(table));
    }

    /**
     * Without the ones that the server makes for foreign keys: they come and go with them. Where another index begins with
     * the key's columns, it makes none.
     */
    List<TableIndex> indexes(String table, List<ForeignKey> foreignKeys) {
        List<TableIndex> all = indexes.getOrDefault(table, List.of());
        return all.stream()
                .filter(index ->
                        foreignKeys.stream().noneMatch(key -> isImplied(index, key)) || isNeedless(index, table, all))
                .toList();
    }

    private boolean isNeedless(TableIndex index, String table, List<TableIndex> all) {
        return Stream.concat(
                        primaryKey(table).map(PrimaryKey::parts).stream(),
                        all.stream()
                                .filter(other -> !other.name().equals(index.name())
                                        && other.method().isEmpty())
                                .map(TableIndex::parts))
                .anyMatch(parts -> parts.size() >= index.parts().size()
                        && parts.subList(0, index.parts().size()).equals(index.parts()));
    }

    private static boolean isImplied(TableIndex index, ForeignKey key) {
        return key.name().equals(Optional.of(index.name()))
                && TableIndex.of(index.name(), false, key.columns()).equals(index);
    }

    /** An index of several columns comes as as many rows, one after the other. */
    private boolean add(CatalogRow row) throws SQLException {
        String table = row.text("table_name");
        String name = row.text("name");
        IndexPart part = part(row);
        if (name.equals(PRIMARY)) {
            List<IndexPart> parts = new ArrayList<>();
            PrimaryKey begun = primaryKeys.get(table);
            if (begun != null) {
                parts.addAll(begun.parts());
            }
            parts.add(part);
            primaryKeys.put(table, new PrimaryKey(Optional.empty(), parts, "", Optional.empty()));
            return true;
        }
        List<TableIndex> all = indexes.computeIfAbsent(table, key -> new ArrayList<>());
        List<IndexPart> parts = new ArrayList<>();
        if (!all.isEmpty() && all.get(all.size() - 1).name().equals(name)) {
            parts.addAll(all.remove(all.size() - 1).parts());
        }
        parts.add(part);
        return all.add(new TableIndex(
                name,
                row.flag("is_unique"),
                false,
                method(row),
                parts,
                List.of(),
                Optional.empty(),
                hidden(row),
                row.filled("comment")));
    }

    private IndexPart part(CatalogRow row) throws SQLException {
        int length = row.number("length");
        boolean prefix = length > 0 && !row.text("method").equals("SPATIAL");
        Optional<String> expression = row.maybe("expression");
        return new IndexPart(
                row.maybe("column_name"),
                expression.map(sql -> new SqlExpression(ExpressionText.plain(server, sql))),
                row.flag("descending"),
                Optional.empty(),
                Optional.empty(),
                prefix ? Optional.of(length) : Optional.empty(),
                Optional.empty());
    }

    private String hidden(CatalogRow row) throws SQLException {
        return !row.flag("hidden") ? "" : server == Server.MARIADB ? "IGNORED" : "INVISIBLE";
    }

    /** MariaDB keeps a unique index on long texts by their hashes; that is its own choice. */
    private Optional<String> method(CatalogRow row) throws SQLException {
        String method = row.text("method");
        boolean usual = method.equals("BTREE") || (server == Server.MARIADB && method.equals("HASH"));
        return usual ? Optional.empty() : Optional.of(method);
    }
}
