package dev.flashorm.migrate.introspect.sqlite;

import dev.flashorm.migrate.dialect.sqlite.DefaultValues;
import dev.flashorm.migrate.dialect.sqlite.TypeNames;
import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.Generated;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Columns and primary keys (pragma table_xinfo). */
final class ColumnReader {
    private static final String QUERY = """
            SELECT l.name AS table_name, x.name AS name, x.type AS type, x."notnull" AS not_null,
                   x.dflt_value AS default_value, x.pk AS key_position, x.hidden AS hidden
              FROM pragma_table_list l JOIN pragma_table_xinfo(l.name) x
             WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
             ORDER BY l.name, x.cid
            """;

    private static final int VIRTUAL = 2;
    private static final int STORED = 3;

    private final Map<String, List<Found>> columns = new HashMap<>();

    private ColumnReader() {}

    private record Found(
            String table,
            String name,
            String type,
            boolean required,
            Optional<String> defaultSql,
            int keyPosition,
            int hidden) {}

    static ColumnReader read(Catalog catalog) throws SQLException {
        ColumnReader reader = new ColumnReader();
        for (Found found : catalog.query(QUERY, ColumnReader::found)) {
            reader.columns
                    .computeIfAbsent(found.table(), key -> new ArrayList<>())
                    .add(found);
        }
        return reader;
    }

    private static Found found(CatalogRow row) throws SQLException {
        return new Found(
                row.text("table_name"),
                row.text("name"),
                row.maybe("type").orElse(""),
                row.flag("not_null"),
                row.maybe("default_value"),
                row.number("key_position"),
                row.number("hidden"));
    }

    List<Column> columns(String table, TableText text, Map<String, String> options) {
        List<Found> all = columns.getOrDefault(table, List.of());
        long keys = all.stream().filter(found -> found.keyPosition() > 0).count();
        boolean rowId = !options.containsKey("without rowid");
        return all.stream()
                .map(found -> column(found, text, rowId && keys == 1 && isRowId(found)))
                .toList();
    }

    /** A column of type INTEGER that is the whole key is the row's number itself (CREATE TABLE, section 5). */
    private static boolean isRowId(Found found) {
        return found.keyPosition() > 0 && found.type().equalsIgnoreCase("INTEGER");
    }

    private static Column column(Found found, TableText text, boolean rowId) {
        ColumnType type = TypeNames.parse(found.type());
        Column column =
                Column.of(found.name(), type, !found.required() && !rowId).withCollation(text.collation(found.name()));
        if (found.hidden() == VIRTUAL || found.hidden() == STORED) {
            SqlExpression sql = new SqlExpression(text.generated(found.name()).orElse(""));
            return column.withGenerated(Optional.of(new Generated(sql, found.hidden() == STORED)));
        }
        if (rowId && text.isAutoIncrement()) {
            column = column.withIdentity(Optional.of(Identity.of(Identity.Kind.AUTO_INCREMENT)));
        }
        return column.withDefault(found.defaultSql().flatMap(sql -> defaultValue(sql, type)));
    }

    private static Optional<ColumnDefault> defaultValue(String sql, ColumnType type) {
        if (sql.toUpperCase(Locale.ROOT).equals("NULL")) {
            return Optional.empty();
        }
        ColumnDefault value = DefaultValues.parse(sql);
        boolean truth = value.kind() == ColumnDefault.Kind.NUMBER && type.name().startsWith("BOOL");
        if (truth && (sql.equals("0") || sql.equals("1"))) {
            return Optional.of(new ColumnDefault(ColumnDefault.Kind.BOOLEAN, Boolean.toString(sql.equals("1"))));
        }
        return Optional.of(value);
    }

    Optional<PrimaryKey> primaryKey(String table) {
        List<IndexPart> parts = columns.getOrDefault(table, List.of()).stream()
                .filter(found -> found.keyPosition() > 0)
                .sorted(Comparator.comparingInt(Found::keyPosition))
                .map(found -> IndexPart.column(found.name()))
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new PrimaryKey(Optional.empty(), parts, "", Optional.empty()));
    }
}
