package dev.flashorm.migrate.introspect.sqlite;

import dev.flashorm.migrate.introspect.Catalog;
import dev.flashorm.migrate.introspect.CatalogRow;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Foreign keys (pragma foreign_key_list); SQLite keeps no names of them. */
final class ConstraintReader {
    private static final String QUERY = """
            SELECT l.name AS table_name, f.id AS id, f."table" AS target, f."from" AS column_name,
                   f."to" AS target_column, f.on_update AS on_update, f.on_delete AS on_delete,
                   (SELECT group_concat(p.name, char(0)) FROM (
                      SELECT x.name FROM pragma_table_info(f."table") x WHERE x.pk > 0 ORDER BY x.pk) p) AS target_key
              FROM pragma_table_list l JOIN pragma_foreign_key_list(l.name) f
             WHERE l.schema = 'main' AND l.type = 'table'
             ORDER BY l.name, f.id, f.seq
            """;

    private final Map<String, TreeMap<Integer, ForeignKey>> keys = new HashMap<>();

    private ConstraintReader() {}

    static ConstraintReader read(Catalog catalog) throws SQLException {
        ConstraintReader reader = new ConstraintReader();
        catalog.query(QUERY, reader::add);
        return reader;
    }

    /** In the order of the text; the pragma numbers them from the last to the first. */
    List<ForeignKey> foreignKeys(String table, TableText text) {
        List<ForeignKey> found = new ArrayList<>();
        TreeMap<Integer, ForeignKey> all = keys.getOrDefault(table, new TreeMap<>());
        all.descendingMap().values().forEach(key -> {
            String options = text.foreignKeyOptions(found.size());
            found.add(new ForeignKey(
                    key.name(),
                    key.columns(),
                    key.target(),
                    key.targetColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    options,
                    Optional.empty()));
        });
        return found;
    }

    /** A key of several columns comes as as many rows, one after the other. */
    private boolean add(CatalogRow row) throws SQLException {
        TreeMap<Integer, ForeignKey> ofTable = keys.computeIfAbsent(row.text("table_name"), key -> new TreeMap<>());
        int id = row.number("id");
        ForeignKey begun = ofTable.get(id);
        List<String> columns = new ArrayList<>(begun == null ? List.of() : begun.columns());
        List<String> targets = new ArrayList<>(begun == null ? List.of() : begun.targetColumns());
        columns.add(row.text("column_name"));
        // Without column names a key points to the primary key of its target.
        Optional<String> target = row.maybe("target_column");
        if (target.isPresent()) {
            targets.add(target.get());
        } else if (begun == null) {
            row.maybe("target_key").ifPresent(names -> targets.addAll(List.of(names.split("\0", -1))));
        }
        ofTable.put(
                id,
                new ForeignKey(
                        Optional.empty(),
                        columns,
                        ObjectName.of(row.text("target")),
                        targets,
                        action(row.text("on_delete")),
                        action(row.text("on_update")),
                        "",
                        Optional.empty()));
        return true;
    }

    private static ForeignKey.Action action(String rule) {
        for (ForeignKey.Action action : ForeignKey.Action.values()) {
            if (action.sql().equals(rule)) {
                return action;
            }
        }
        return ForeignKey.Action.NO_ACTION;
    }
}
