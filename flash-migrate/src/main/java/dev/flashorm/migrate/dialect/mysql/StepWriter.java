package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes as statements of MySQL. A table has one ALTER, the largest unit that the server applies wholly or not at all;
 * foreign keys go before it and come after it, because they tie tables together.
 */
final class StepWriter {
    private final List<Change> changes;
    private final StepList steps = new StepList();
    private final Set<ObjectName> touched = new HashSet<>();

    StepWriter(List<Change> changes) {
        this.changes = changes;
        changes.forEach(change -> {
            if (change instanceof Change.DropTable drop) {
                touched.add(drop.table().name());
            } else if (change instanceof Change.AlterTable alter) {
                touched.add(alter.name());
            }
        });
    }

    StepList write() {
        for (Change change : changes) {
            if (change instanceof Change.CreateTable create) {
                create(create.table());
            } else if (change instanceof Change.DropTable drop) {
                drop(drop.table());
            } else if (change instanceof Change.RenameTable rename) {
                steps.add(
                        Phase.RENAME,
                        "rename table " + rename.before() + " to " + rename.after(),
                        "RENAME TABLE " + Names.quote(rename.before()) + " TO " + Names.quote(rename.after()));
            } else if (change instanceof Change.AlterTable alter) {
                alter(alter);
            }
        }
        return steps;
    }

    private void create(Table table) {
        steps.add(Phase.CREATE_TABLES, "create table " + table.name(), Ddl.createTable(table));
        addForeignKeys(table.name(), table.foreignKeys());
    }

    private void drop(Table table) {
        dropForeignKeys(
                table.name(),
                table.foreignKeys().stream()
                        .filter(key ->
                                touched.contains(key.target()) && !key.target().equals(table.name()))
                        .toList());
        steps.add(Phase.DROP_TABLES, "drop table " + table.name(), "DROP TABLE " + Names.quote(table.name()));
    }

    private void alter(Change.AlterTable whole) {
        ObjectName table = whole.name();
        Change.AlterTable early = RenamedColumns.before(whole);
        Change.AlterTable alter = RenamedColumns.rest(whole);
        List<String> dropped = new AlterClauses(early).write(List.of());
        if (!dropped.isEmpty()) {
            steps.add(
                    Phase.RENAME,
                    "drop what may stand on renamed columns of " + table,
                    "ALTER TABLE " + Names.quote(table) + " " + String.join(",\n    ", dropped));
        }
        for (TableChange.RenameColumn rename : alter.of(TableChange.RenameColumn.class)) {
            steps.add(
                    Phase.RENAME,
                    "rename column " + rename.before() + " of " + table + " to " + rename.after(),
                    "ALTER TABLE " + Names.quote(table) + " RENAME COLUMN " + Names.quote(rename.before()) + " TO "
                            + Names.quote(rename.after()));
        }
        List<ForeignKey> leaving = new ArrayList<>();
        List<ForeignKey> coming = new ArrayList<>();
        alter.of(TableChange.DropForeignKey.class).forEach(drop -> leaving.add(drop.key()));
        // The server has no statement that renames a foreign key.
        alter.of(TableChange.RenameForeignKey.class).forEach(rename -> {
            leaving.add(rename.key().withName(Optional.of(rename.before())));
            coming.add(rename.key());
        });
        alter.of(TableChange.AddForeignKey.class).forEach(add -> coming.add(add.key()));
        dropForeignKeys(table, leaving);
        for (TableChange.RenameIndex rename : alter.of(TableChange.RenameIndex.class)) {
            if (!nameAside(rename).equals(rename.before())) {
                steps.add(
                        Phase.DROP_INDEXES,
                        "rename index " + rename.before() + " of " + table + " aside",
                        "ALTER TABLE " + Names.quote(table) + " RENAME INDEX " + Names.quote(rename.before()) + " TO "
                                + Names.quote(nameAside(rename)));
            }
        }
        new RenamedValues(alter).write(steps);
        List<String> clauses = new AlterClauses(alter).write(ImpliedIndexes.left(alter, leaving, coming));
        if (!clauses.isEmpty()) {
            List<TableChange.AlterColumn> changed = alter.of(TableChange.AlterColumn.class);
            changed.stream()
                    .filter(change -> !change.fillsLater())
                    .forEach(change -> backfill(Phase.ALTER_TYPES, table, change));
            steps.add(
                    Phase.ALTER_TABLES,
                    "alter table " + table,
                    "ALTER TABLE " + Names.quote(table) + " " + String.join(",\n    ", clauses));
            changed.stream().filter(TableChange.AlterColumn::fillsLater).forEach(change -> {
                backfill(Phase.ALTER_TABLES, table, change);
                steps.add(
                        Phase.ALTER_TABLES,
                        "require " + change.after().name() + " of " + table,
                        "ALTER TABLE " + Names.quote(table) + " MODIFY COLUMN "
                                + ColumnChecks.column(alter.after(), change.after()));
            });
        }
        addForeignKeys(table, coming);
    }

    /** Rows without a value get the default, before the column insists on one. */
    private void backfill(Phase phase, ObjectName table, TableChange.AlterColumn change) {
        if (!change.becomesRequired() || change.after().defaultValue().isEmpty()) {
            return;
        }
        String name = Names.quote(change.after().name());
        steps.add(
                phase,
                "give rows of " + table + " without " + change.after().name() + " the default",
                "UPDATE " + Names.quote(table) + " SET " + name + " = "
                        + Ddl.defaultValue(
                                change.after().type(),
                                change.after().defaultValue().get())
                        + " WHERE " + name + " IS NULL");
    }

    /** Names of indexes have no case: the server takes a new case for no change, unless the name is another meanwhile. */
    static String nameAside(TableChange.RenameIndex rename) {
        return rename.before().equalsIgnoreCase(rename.index().name())
                ? "moving_"
                        + rename.before().substring(0, Math.min(rename.before().length(), 57))
                : rename.before();
    }

    private void dropForeignKeys(ObjectName table, List<ForeignKey> keys) {
        List<String> clauses = keys.stream()
                .flatMap(key -> key.name().stream())
                .map(name -> "DROP FOREIGN KEY " + Names.quote(name))
                .toList();
        if (!clauses.isEmpty()) {
            steps.add(
                    Phase.DROP_FOREIGN_KEYS,
                    "drop foreign keys of " + table,
                    "ALTER TABLE " + Names.quote(table) + " " + String.join(", ", clauses));
        }
    }

    private void addForeignKeys(ObjectName table, List<ForeignKey> keys) {
        if (!keys.isEmpty()) {
            steps.add(
                    Phase.ADD_FOREIGN_KEYS,
                    "add foreign keys to " + table,
                    "ALTER TABLE " + Names.quote(table) + " "
                            + String.join(
                                    ",\n    ",
                                    keys.stream()
                                            .map(key -> "ADD " + Ddl.foreignKey(key))
                                            .toList()));
        }
    }
}
