package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * New names for values of ENUMs in a table: the columns learn the new ones, the rows change over, the columns forget the
 * old ones. To the server, values that differ in case only are the same: they change by the last of these steps alone.
 */
final class RenamedValues {
    private final Change.AlterTable alter;

    RenamedValues(Change.AlterTable alter) {
        this.alter = alter;
    }

    void write(StepList steps) {
        List<Column> widened = new ArrayList<>();
        List<Column> narrowed = new ArrayList<>();
        List<TableChange.RenameValues> changes = alter.of(TableChange.RenameValues.class);
        for (TableChange.RenameValues change : changes) {
            Column former = alter.before().column(change.column()).orElseThrow();
            Column original = original(former, change.literals());
            Column wide = original.withType(widened(original.type(), change.literals()));
            if (!wide.equals(original)) {
                widened.add(wide);
            }
            boolean changesAnyway = alter.of(TableChange.AlterColumn.class).stream()
                    .anyMatch(altered -> altered.after().name().equals(former.name()));
            if (!changesAnyway) {
                narrowed.add(former);
            }
        }
        modify(steps, "let columns of " + alter.name() + " have the new values, too", widened);
        changes.forEach(change -> update(steps, change));
        modify(steps, "let columns of " + alter.name() + " have the new values only", narrowed);
    }

    /** The column as it is before its values get their new names. */
    private static Column original(Column former, List<Change.Rename> literals) {
        Map<String, String> before = new HashMap<>();
        literals.forEach(rename -> before.put(rename.after(), rename.before()));
        return former.withType(former.type()
                .withArguments(former.type().arguments().stream()
                        .map(value -> before.getOrDefault(value, value))
                        .toList()));
    }

    private static ColumnType widened(ColumnType original, List<Change.Rename> literals) {
        List<String> values = new ArrayList<>(original.arguments());
        for (Change.Rename rename : literals) {
            if (values.stream().noneMatch(rename.after()::equalsIgnoreCase)) {
                values.add(rename.after());
            }
        }
        return original.withArguments(values);
    }

    private void modify(StepList steps, String title, List<Column> columns) {
        if (!columns.isEmpty()) {
            steps.add(
                    Phase.ALTER_TYPES,
                    title,
                    "ALTER TABLE " + Names.quote(alter.name()) + " "
                            + columns.stream()
                                    .map(column -> "MODIFY COLUMN " + Ddl.column(column))
                                    .collect(Collectors.joining(",\n    ")));
        }
    }

    private void update(StepList steps, TableChange.RenameValues change) {
        List<Change.Rename> moves = change.literals().stream()
                .filter(rename -> !rename.before().equalsIgnoreCase(rename.after()))
                .toList();
        if (moves.isEmpty()) {
            return;
        }
        String name = Names.quote(change.column());
        steps.add(
                Phase.ALTER_TYPES,
                "rename values in " + change.column() + " of " + alter.name(),
                "UPDATE " + Names.quote(alter.name()) + " SET " + name + " = CASE " + name
                        + moves.stream()
                                .map(move -> " WHEN " + move.before() + " THEN " + move.after())
                                .collect(Collectors.joining())
                        + " END WHERE " + name + " IN ("
                        + moves.stream().map(Change.Rename::before).collect(Collectors.joining(", ")) + ")");
    }
}
