package dev.flashorm.migrate.diff;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Extension;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Sequence;
import dev.flashorm.migrate.physical.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Compares two databases. It reads neither a schema file nor a catalog and knows no dialect: equal records are equal
 * things. What lies beside the model (see {@link DatabaseSchema#unmanaged()}, views, extensions) is never dropped.
 */
public final class Differ {
    private final Renames asked;
    private Renames renames = Renames.none();
    private final TableDiffer tables = new TableDiffer();

    public Differ(Renames renames) {
        asked = renames;
    }

    /** What leads from `before` to `after`, in source order of `after`; drops in the order of `before`. */
    public List<Change> diff(DatabaseSchema before, DatabaseSchema after) {
        List<Change> changes = new ArrayList<>();
        renames = asked.in(before);
        DatabaseSchema renamed = new RenamedSchema(renames).of(before);
        after.schemas().stream()
                .filter(name -> !before.schemas().contains(name))
                .forEach(name -> changes.add(new Change.CreateSchema(name)));
        List<String> known = before.extensions().stream().map(Extension::name).toList();
        after.extensions().stream()
                .filter(extension -> !known.contains(extension.name()))
                .forEach(extension -> changes.add(new Change.CreateExtension(extension)));
        diffEnums(renamed, after, changes);
        diffSequences(before, after, changes);
        diffTables(renamed, after, changes);
        before.schemas().stream()
                .filter(name -> !after.schemas().contains(name))
                .forEach(name -> changes.add(new Change.DropSchema(name)));
        return List.copyOf(changes);
    }

    private void diffEnums(DatabaseSchema renamed, DatabaseSchema after, List<Change> changes) {
        Map<ObjectName, DatabaseEnum> old = byName(renamed.enums(), DatabaseEnum::name);
        RenameOrder.order(new TreeMap<>(renames.enums()), Differ::aside)
                .forEach(move -> changes.add(new Change.RenameEnum(move.before(), move.after())));
        for (DatabaseEnum type : after.enums()) {
            DatabaseEnum former = old.remove(type.name());
            if (former == null) {
                changes.add(new Change.CreateEnum(type));
                continue;
            }
            List<Change.Rename> values =
                    RenameOrder.order(members(renames.values(), type.name()), name -> name + "_moving").stream()
                            .map(move -> new Change.Rename(move.before(), move.after()))
                            .toList();
            if (!former.values().equals(type.values()) || !values.isEmpty()) {
                changes.add(new Change.AlterEnum(former, type, values));
            }
        }
        old.values().forEach(type -> changes.add(new Change.DropEnum(type)));
    }

    private static void diffSequences(DatabaseSchema before, DatabaseSchema after, List<Change> changes) {
        Map<ObjectName, Sequence> old = byName(before.sequences(), Sequence::name);
        for (Sequence sequence : after.sequences()) {
            Sequence former = old.remove(sequence.name());
            if (former == null) {
                changes.add(new Change.CreateSequence(sequence));
            } else if (!former.equals(sequence)) {
                changes.add(new Change.AlterSequence(former, sequence));
            }
        }
        old.values().forEach(sequence -> changes.add(new Change.DropSequence(sequence)));
    }

    private void diffTables(DatabaseSchema renamed, DatabaseSchema after, List<Change> changes) {
        Map<ObjectName, Table> old = byName(renamed.tables(), Table::name);
        RenameOrder.order(new TreeMap<>(renames.tables()), Differ::aside)
                .forEach(move -> changes.add(new Change.RenameTable(move.before(), move.after())));
        List<Change> creates = new ArrayList<>();
        List<Change> alters = new ArrayList<>();
        for (Table table : after.tables()) {
            Table former = old.remove(table.name());
            if (former == null) {
                creates.add(new Change.CreateTable(table));
                continue;
            }
            List<TableChange> inside = new ArrayList<>(columnRenames(table));
            inside.addAll(renamedValues(table));
            inside.addAll(tables.diff(former, table));
            if (!inside.isEmpty()) {
                alters.add(new Change.AlterTable(former, table, inside));
            }
        }
        old.values().forEach(table -> changes.add(new Change.DropTable(table)));
        changes.addAll(alters);
        changes.addAll(creates);
    }

    private List<TableChange> columnRenames(Table table) {
        return RenameOrder.order(members(renames.columns(), table.name()), name -> name + "_moving").stream()
                .map(move -> (TableChange) new TableChange.RenameColumn(move.before(), move.after()))
                .toList();
    }

    private List<TableChange> renamedValues(Table table) {
        List<TableChange> found = new ArrayList<>();
        for (Column column : table.columns()) {
            Map<String, String> literals =
                    renames.texts().getOrDefault(new Renames.Member(table.name(), column.name()), Map.of());
            if (!literals.isEmpty()) {
                found.add(new TableChange.RenameValues(
                        column.name(),
                        new TreeMap<>(literals)
                                .entrySet().stream()
                                        .map(rename -> new Change.Rename(rename.getKey(), rename.getValue()))
                                        .toList()));
            }
        }
        return found;
    }

    private static Map<String, String> members(Map<Renames.Member, String> all, ObjectName owner) {
        Map<String, String> moves = new TreeMap<>();
        all.forEach((member, name) -> {
            if (member.owner().equals(owner)) {
                moves.put(member.oldName(), name);
            }
        });
        return moves;
    }

    private static ObjectName aside(ObjectName name) {
        return name.sibling(name.name() + "_moving");
    }

    private static <T> Map<ObjectName, T> byName(List<T> things, Function<T, ObjectName> name) {
        Map<ObjectName, T> map = new LinkedHashMap<>();
        things.forEach(thing -> map.put(name.apply(thing), thing));
        return map;
    }
}
