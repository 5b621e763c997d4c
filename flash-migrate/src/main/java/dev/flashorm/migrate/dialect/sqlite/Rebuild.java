package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of section 7 of the page "ALTER TABLE": a new table is filled, takes the old one's place and gets back what
 * the old one had. The new one is renamed, never the old: the names in other tables' keys, in triggers and in views
 * stay right by standing still.
 */
final class Rebuild {
    private final Change.AlterTable alter;
    private final DatabaseSchema database;

    Rebuild(Change.AlterTable alter, DatabaseSchema database) {
        this.alter = alter;
        this.database = database;
    }

    List<String> statements(List<TableIndex> indexes) {
        Table after = alter.after();
        ObjectName fresh = after.name().sibling("new_" + after.name().name());
        List<String> sql = new ArrayList<>();
        sql.add(Ddl.createTable(after, fresh));
        sql.add(copy(fresh));
        if (isNumbered(alter.before()) && isNumbered(after)) {
            String name = Names.literal(fresh.name());
            sql.add("DELETE FROM sqlite_sequence WHERE name = " + name);
            sql.add("INSERT INTO sqlite_sequence (name, seq) SELECT " + name
                    + ", seq FROM sqlite_sequence WHERE name = "
                    + Names.literal(after.name().name()));
        }
        sql.add("DROP TABLE " + Names.quote(after.name()));
        // Without it the server looks for the table that is gone for a moment in every view, and gives up.
        sql.add("PRAGMA legacy_alter_table=ON");
        sql.add("ALTER TABLE " + Names.quote(fresh) + " RENAME TO " + Names.quote(after.name()));
        sql.add("PRAGMA legacy_alter_table=OFF");
        indexes.forEach(index -> sql.add(Ddl.createIndex(after.name(), index)));
        database.unmanaged().stream()
                .filter(object ->
                        object.kind().equals("trigger") && object.table().equals(Optional.of(after.name())))
                .flatMap(object -> object.definition().stream())
                .forEach(sql::add);
        return sql;
    }

    private String copy(ObjectName fresh) {
        List<String> targets = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (Column column : alter.after().columns()) {
            Optional<Column> former = alter.before().column(column.name());
            if (former.isPresent() && column.generated().isEmpty()) {
                targets.add(column.name());
                sources.add(value(former.get(), column));
            }
        }
        if (targets.isEmpty()) {
            // Nothing of the old rows is left, but their number is.
            Column first = alter.after().columns().get(0);
            targets.add(first.name());
            sources.add(first.defaultValue().map(Ddl::defaultValue).orElse("NULL"));
        }
        return "INSERT INTO " + Names.quote(fresh) + " (" + Names.list(targets) + ") SELECT "
                + String.join(", ", sources) + " FROM "
                + Names.quote(alter.after().name());
    }

    /** Values under their new names; rows without one get the default, where the column now insists on one. */
    private String value(Column before, Column after) {
        String name = Names.quote(after.name());
        for (TableChange.RenameValues rename : alter.of(TableChange.RenameValues.class)) {
            if (rename.column().equals(after.name())) {
                name = Ddl.renamed(name, rename);
            }
        }
        if (before.nullable() && !after.nullable() && after.defaultValue().isPresent()) {
            return "COALESCE(" + name + ", "
                    + Ddl.defaultValue(after.defaultValue().get()) + ")";
        }
        return name;
    }

    private static boolean isNumbered(Table table) {
        return table.columns().stream().anyMatch(column -> column.identity().isPresent());
    }
}
