package dev.flashorm.migrate.diff;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What differs in a table that both sides have under the same name. The comment of a constraint goes along with it, but
 * is no difference of its own.
 */
final class TableDiffer {
    List<TableChange> diff(Table before, Table after) {
        List<TableChange> changes = new ArrayList<>();
        if (before.equals(after)) {
            return changes;
        }
        diffColumns(before, after, changes);
        diffPrimaryKey(before.primaryKey(), after.primaryKey(), changes);
        diffIndexes(before, after, changes);
        diffForeignKeys(before, after, changes);
        diffChecks(before, after, changes);
        if (!before.comment().equals(after.comment())) {
            changes.add(new TableChange.SetTableComment(after.comment()));
        }
        if (!before.options().equals(after.options())) {
            changes.add(new TableChange.SetTableOptions(before.options(), after.options()));
        }
        return changes;
    }

    private static void diffColumns(Table before, Table after, List<TableChange> changes) {
        Map<String, Column> old = new LinkedHashMap<>();
        before.columns().forEach(column -> old.put(column.name(), column));
        List<TableChange> added = new ArrayList<>();
        List<TableChange> altered = new ArrayList<>();
        for (Column column : after.columns()) {
            Column former = old.remove(column.name());
            if (former == null) {
                added.add(new TableChange.AddColumn(column));
            } else if (!former.equals(column)) {
                altered.add(new TableChange.AlterColumn(former, column));
            }
        }
        old.values().forEach(column -> changes.add(new TableChange.DropColumn(column)));
        changes.addAll(altered);
        changes.addAll(added);
    }

    private static void diffPrimaryKey(
            Optional<PrimaryKey> before, Optional<PrimaryKey> after, List<TableChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isPresent() && after.isPresent()) {
            PrimaryKey old = before.get();
            PrimaryKey now = after.get();
            if (old.parts().equals(now.parts()) && old.options().equals(now.options())) {
                if (old.name().isPresent()
                        && now.name().isPresent()
                        && !old.name().equals(now.name())) {
                    changes.add(new TableChange.RenamePrimaryKey(
                            old.name().get(), now.name().get()));
                }
                return;
            }
        }
        before.ifPresent(key -> changes.add(new TableChange.DropPrimaryKey(key)));
        after.ifPresent(key -> changes.add(new TableChange.AddPrimaryKey(key)));
    }

    private static void diffIndexes(Table before, Table after, List<TableChange> changes) {
        Map<String, TableIndex> old = new LinkedHashMap<>();
        before.indexes().forEach(index -> old.put(index.name(), index));
        List<TableIndex> added = new ArrayList<>();
        List<TableChange> rest = new ArrayList<>();
        for (TableIndex index : after.indexes()) {
            TableIndex former = old.get(index.name());
            if (former == null) {
                added.add(index);
            } else if (former.equals(index)) {
                old.remove(index.name());
            } else if (former.withComment(index.comment()).equals(index)) {
                old.remove(index.name());
                if (!index.constraint()) {
                    rest.add(new TableChange.SetIndexComment(index));
                }
            } else {
                added.add(index);
            }
        }
        for (Iterator<TableIndex> left = added.iterator(); left.hasNext(); ) {
            TableIndex index = left.next();
            Optional<TableIndex> renamed = old.values().stream()
                    .filter(former -> former.withName(index.name()).equals(index))
                    .findFirst();
            if (renamed.isPresent()) {
                old.remove(renamed.get().name());
                left.remove();
                rest.add(new TableChange.RenameIndex(renamed.get().name(), index));
            }
        }
        old.values().forEach(index -> changes.add(new TableChange.DropIndex(index)));
        changes.addAll(rest);
        added.forEach(index -> changes.add(new TableChange.AddIndex(index)));
    }

    private static void diffForeignKeys(Table before, Table after, List<TableChange> changes) {
        List<ForeignKey> old = new ArrayList<>(before.foreignKeys());
        List<ForeignKey> added = new ArrayList<>();
        List<TableChange> renamed = new ArrayList<>();
        for (ForeignKey key : after.foreignKeys()) {
            if (!removeOne(old, former -> former.equals(key.withComment(former.comment())))) {
                added.add(key);
            }
        }
        for (Iterator<ForeignKey> left = added.iterator(); left.hasNext(); ) {
            ForeignKey key = left.next();
            Optional<ForeignKey> same = old.stream()
                    .filter(former -> former.withName(key.name()).equals(key.withComment(former.comment())))
                    .findFirst();
            if (same.isPresent()) {
                old.remove(same.get());
                left.remove();
                if (same.get().name().isPresent() && key.name().isPresent()) {
                    renamed.add(
                            new TableChange.RenameForeignKey(same.get().name().get(), key));
                }
            }
        }
        old.forEach(key -> changes.add(new TableChange.DropForeignKey(key)));
        changes.addAll(renamed);
        added.forEach(key -> changes.add(new TableChange.AddForeignKey(key)));
    }

    private static void diffChecks(Table before, Table after, List<TableChange> changes) {
        List<Check> old = new ArrayList<>(before.checks());
        List<Check> added = new ArrayList<>();
        for (Check check : after.checks()) {
            if (!removeOne(old, former -> former.equals(check.withComment(former.comment())))) {
                added.add(check);
            }
        }
        old.forEach(check -> changes.add(new TableChange.DropCheck(check)));
        added.forEach(check -> changes.add(new TableChange.AddCheck(check)));
    }

    /** A table may have the same key or check twice. */
    private static <T> boolean removeOne(List<T> things, Predicate<T> condition) {
        Optional<T> found = things.stream().filter(condition).findFirst();
        found.ifPresent(things::remove);
        return found.isPresent();
    }
}
