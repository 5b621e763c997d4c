package dev.flashorm.migrate.dialect;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns that get another type, be it one of the same name: an enum that loses or moves values is made anew. */
final class RetypedColumns {
    private final Map<ObjectName, Set<String>> altered = new HashMap<>();
    private final Map<ObjectName, Set<String>> enumsComeOrGo = new HashMap<>();
    private final Set<ObjectName> replacedEnums = new HashSet<>();

    RetypedColumns(List<Change> changes) {
        Set<ObjectName> renamed = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.RenameEnum rename) {
                renamed.add(rename.after());
            } else if (change instanceof Change.AlterEnum alter && alter.changesValues()) {
                if (!alter.onlyAdds() || renamed.contains(alter.after().name())) {
                    replacedEnums.add(alter.after().name());
                }
            } else if (change instanceof Change.AlterTable alter) {
                altered.put(
                        alter.name(),
                        alter.of(TableChange.AlterColumn.class).stream()
                                .filter(TableChange.AlterColumn::changesType)
                                .map(column -> column.after().name())
                                .collect(Collectors.toSet()));
                enumsComeOrGo.put(
                        alter.name(),
                        alter.of(TableChange.AlterColumn.class).stream()
                                .filter(column -> !column.before()
                                        .type()
                                        .enumName()
                                        .equals(column.after().type().enumName()))
                                .map(column -> column.after().name())
                                .collect(Collectors.toSet()));
            }
        }
    }

    /** By their new names. */
    Set<String> all(Table table) {
        Set<String> all = new HashSet<>(altered.getOrDefault(table.name(), Set.of()));
        all.addAll(ofOtherEnums(table));
        return all;
    }

    /** Those whose literals have another type now, which an expression does not say. */
    Set<String> ofOtherEnums(Table table) {
        Set<String> names = new HashSet<>(enumsComeOrGo.getOrDefault(table.name(), Set.of()));
        table.columns().stream()
                .filter(column ->
                        column.type().enumName().filter(replacedEnums::contains).isPresent())
                .map(Column::name)
                .forEach(names::add);
        return names;
    }
}
