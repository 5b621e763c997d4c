package dev.flashorm.migrate.dialect.mongodb;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes as commands of MongoDB, each a step of its own: nothing of them can be rolled back. */
final class StepWriter {
    private final List<Change> changes;
    private final StepList steps = new StepList();

    StepWriter(List<Change> changes) {
        this.changes = changes;
    }

    List<Step> write() {
        for (Change change : changes) {
            if (change instanceof Change.CreateTable create) {
                create(create.table());
            } else if (change instanceof Change.DropTable drop) {
                ObjectName name = drop.table().name();
                add(Phase.DROP_TABLES, "drop collection " + name, Commands.drop(name));
            } else if (change instanceof Change.RenameTable rename) {
                add(
                        Phase.RENAME,
                        "rename collection " + rename.before() + " to " + rename.after(),
                        Commands.rename(rename.before(), rename.after()));
            } else if (change instanceof Change.AlterTable alter) {
                alter(alter);
            }
        }
        return steps.inOrder();
    }

    private void add(Phase phase, String title, String statement) {
        steps.add(phase, new Step(title, List.of(statement), false));
    }

    private void create(Table table) {
        add(Phase.CREATE_TABLES, "create collection " + table.name(), Commands.create(table));
        addIndexes(table.name(), table.indexes());
    }

    private void addIndexes(ObjectName collection, List<TableIndex> indexes) {
        for (TableIndex index : indexes) {
            add(
                    Phase.CREATE_INDEXES,
                    "create index " + index.name() + " of " + collection,
                    Commands.createIndexes(collection, List.of(index)));
        }
    }

    private void alter(Change.AlterTable alter) {
        ObjectName collection = alter.name();
        Map<String, String> renamed = new HashMap<>();
        for (TableChange.RenameColumn rename : alter.of(TableChange.RenameColumn.class)) {
            renamed.put(rename.after(), rename.before());
            add(
                    Phase.RENAME,
                    "rename field " + rename.before() + " of " + collection + " to " + rename.after(),
                    Commands.renameField(collection, rename.before(), rename.after()));
        }
        for (TableChange.DropColumn drop : alter.of(TableChange.DropColumn.class)) {
            String field = drop.column().name();
            add(
                    Phase.ALTER_TABLES,
                    "remove field " + field + " from " + collection,
                    Commands.removeField(collection, field));
        }
        for (TableChange.AddColumn added : alter.of(TableChange.AddColumn.class)) {
            fill(collection, added.column());
        }
        if (!Validator.of(alter.before()).equals(Validator.of(alter.after())) || !renamed.isEmpty()) {
            add(Phase.ALTER_TABLES, "describe documents of " + collection, Commands.validate(alter.after()));
        }
        indexes(alter, renamed);
    }

    private void fill(ObjectName collection, Column column) {
        Optional<ColumnDefault> value = column.defaultValue();
        if (value.isPresent() && !column.nullable()) {
            add(
                    Phase.ALTER_TABLES,
                    "give documents of " + collection + " the field " + column.name(),
                    Commands.fillField(
                            collection,
                            column.name(),
                            ExtendedJson.unwrap(value.get().sql())));
        }
    }

    /** An index is changed by making it anew; one on a renamed field still looks for the old name. */
    private void indexes(Change.AlterTable alter, Map<String, String> renamed) {
        Map<String, TableIndex> making = new LinkedHashMap<>();
        alter.of(TableChange.DropIndex.class)
                .forEach(drop -> drop(alter.name(), drop.index().name()));
        for (TableChange.RenameIndex rename : alter.of(TableChange.RenameIndex.class)) {
            drop(alter.name(), rename.before());
            making.put(rename.index().name(), rename.index());
        }
        alter.of(TableChange.AddIndex.class)
                .forEach(add -> making.put(add.index().name(), add.index()));
        for (TableIndex index : alter.after().indexes()) {
            boolean moves = index.columns().stream().anyMatch(path -> renamed.containsKey(path.split("\\.", 2)[0]));
            if (moves && making.putIfAbsent(index.name(), index) == null) {
                drop(alter.name(), index.name());
            }
        }
        addIndexes(alter.name(), List.copyOf(making.values()));
    }

    private void drop(ObjectName collection, String index) {
        add(Phase.DROP_INDEXES, "drop index " + index + " of " + collection, Commands.dropIndex(collection, index));
    }
}
