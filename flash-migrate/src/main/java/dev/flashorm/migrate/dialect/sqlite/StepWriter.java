package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes as statements of SQLite. What its ALTER TABLE cannot do is a rebuild; dropping and rebuilding tables needs
 * foreign keys to be off before the transaction begins, so that no DELETE cascades.
 */
final class StepWriter {
    static final String FOREIGN_KEYS_OFF = "PRAGMA foreign_keys=OFF";
    static final String FOREIGN_KEYS_ON = "PRAGMA foreign_keys=ON";

    private final DatabaseSchema before;
    private final List<Change> changes;
    private final StepList steps = new StepList();
    private boolean foreignKeysOff;

    StepWriter(DatabaseSchema before, List<Change> changes) {
        this.before = before;
        this.changes = changes;
    }

    List<Step> write() {
        for (Change change : changes) {
            if (change instanceof Change.CreateTable create) {
                create(create.table());
            } else if (change instanceof Change.DropTable drop) {
                foreignKeysOff = true;
                ObjectName table = drop.table().name();
                steps.add(Phase.DROP_TABLES, "drop table " + table, "DROP TABLE " + Names.quote(table));
            } else if (change instanceof Change.RenameTable rename) {
                steps.add(
                        Phase.RENAME,
                        "rename table " + rename.before() + " to " + rename.after(),
                        "ALTER TABLE " + Names.quote(rename.before()) + " RENAME TO " + Names.quote(rename.after()));
            } else if (change instanceof Change.AlterTable alter) {
                alter(alter);
            }
        }
        if (!foreignKeysOff) {
            return steps.inOrder();
        }
        List<Step> guarded = new ArrayList<>();
        guarded.add(new Step("keep DROP TABLE from deleting rows of other tables", List.of(FOREIGN_KEYS_OFF), false));
        guarded.addAll(steps.inOrder());
        guarded.add(new Step("check foreign keys again", List.of(FOREIGN_KEYS_ON), false));
        return guarded;
    }

    private void create(Table table) {
        steps.add(Phase.CREATE_TABLES, "create table " + table.name(), Ddl.createTable(table, table.name()));
        indexes(table).forEach(index -> addIndex(table.name(), index));
    }

    private void alter(Change.AlterTable alter) {
        ObjectName table = alter.name();
        for (TableChange.RenameColumn rename : alter.of(TableChange.RenameColumn.class)) {
            steps.add(
                    Phase.RENAME,
                    "rename column " + rename.before() + " of " + table + " to " + rename.after(),
                    "ALTER TABLE " + Names.quote(table) + " RENAME COLUMN " + Names.quote(rename.before()) + " TO "
                            + Names.quote(rename.after()));
        }
        List<TableChange> changes = alter.changes().stream()
                .filter(change -> !(change instanceof TableChange.RenameForeignKey)
                        && !(change instanceof TableChange.RenamePrimaryKey))
                .toList();
        alter(new Change.AlterTable(alter.before(), alter.after(), changes), table);
    }

    /** Names of keys are not in the catalog: to change one is no change. */
    private void alter(Change.AlterTable alter, ObjectName table) {
        InPlace inPlace = new InPlace(alter, before);
        if (!inPlace.isPossible()) {
            foreignKeysOff = true;
            // Said, because what is not said to go is brought back.
            alter.of(TableChange.DropIndex.class).stream()
                    .filter(drop -> !drop.index().constraint())
                    .forEach(drop -> dropIndex(drop.index().name()));
            alter.of(TableChange.RenameIndex.class).stream()
                    .filter(rename -> !rename.index().constraint())
                    .forEach(rename -> dropIndex(rename.before()));
            steps.add(
                    Phase.ALTER_TABLES,
                    Step.of("rebuild table " + table, new Rebuild(alter, before).statements(indexes(alter.after()))));
            return;
        }
        alter.of(TableChange.RenameValues.class).forEach(rename -> renameValues(alter, rename));
        alter.of(TableChange.DropIndex.class)
                .forEach(drop -> dropIndex(drop.index().name()));
        for (TableChange.DropColumn drop : alter.of(TableChange.DropColumn.class)) {
            String name = drop.column().name();
            steps.add(
                    Phase.ALTER_TABLES,
                    "drop column " + name + " of " + table,
                    "ALTER TABLE " + Names.quote(table) + " DROP COLUMN " + Names.quote(name));
        }
        for (TableChange.AddColumn add : alter.of(TableChange.AddColumn.class)) {
            String name = add.column().name();
            Optional<ForeignKey> key = inPlace.keyOf(add);
            steps.add(
                    Phase.ALTER_TABLES,
                    "add column " + name + " to " + table,
                    "ALTER TABLE " + Names.quote(table) + " ADD COLUMN "
                            + Ddl.column(add.column(), Optional.empty())
                            + key.map(found -> " " + Ddl.constraint(found.name()) + Ddl.references(found))
                                    .orElse(""));
        }
        for (TableChange.RenameIndex rename : alter.of(TableChange.RenameIndex.class)) {
            dropIndex(rename.before());
            addIndex(table, rename.index());
        }
        alter.of(TableChange.AddIndex.class).forEach(add -> addIndex(table, add.index()));
    }

    /** Both ends of a foreign key get the new names, each by its own step: neither may cascade to, or wait for, the other. */
    private void renameValues(Change.AlterTable alter, TableChange.RenameValues rename) {
        ObjectName table = alter.name();
        String name = Names.quote(rename.column());
        foreignKeysOff |= before.tables().stream()
                .flatMap(other -> other.foreignKeys().stream())
                .anyMatch(key -> key.columns().contains(rename.column())
                        || key.targetColumns().contains(rename.column()));
        steps.add(
                Phase.ALTER_TABLES,
                "rename values in " + rename.column() + " of " + table,
                "UPDATE " + Names.quote(table) + " SET " + name + " = " + Ddl.renamed(name, rename) + " WHERE "
                        + name + " IN ("
                        + rename.literals().stream().map(Change.Rename::before).collect(Collectors.joining(", "))
                        + ")");
    }

    private void addIndex(ObjectName table, TableIndex index) {
        steps.add(Phase.CREATE_INDEXES, "create index " + index.name(), Ddl.createIndex(table, index));
    }

    private void dropIndex(String name) {
        steps.add(Phase.DROP_INDEXES, "drop index " + name, "DROP INDEX " + Names.quote(name));
    }

    /** The indexes that CREATE TABLE does not bring along. */
    private static List<TableIndex> indexes(Table table) {
        Set<String> seen = new HashSet<>();
        return table.indexes().stream()
                .filter(index -> !index.constraint() && seen.add(index.name()))
                .toList();
    }
}
