package dev.flashorm.migrate.dialect;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.SqlExpression;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds to a list of changes what the engine demands besides: a column that cannot be converted is dropped and made anew,
 * with all that stands on it; a foreign key steps aside while its columns change to types that do not compare, or while
 * the key that it points to goes; conditions and expressions are written anew where the type of a column in them is.
 */
public final class DependentChanges {
    private final Dialect dialect;
    private final DatabaseSchema after;
    private final Map<ObjectName, List<TableChange>> byTable = new LinkedHashMap<>();
    private final Map<ObjectName, Table> before = new HashMap<>();
    private final Map<ObjectName, Set<String>> recreated = new HashMap<>();
    private final Map<ObjectName, Set<String>> incomparable = new HashMap<>();

    public DependentChanges(Dialect dialect, DatabaseSchema after) {
        this.dialect = dialect;
        this.after = after;
    }

    public List<Change> complete(List<Change> changes) {
        RetypedColumns retyped = new RetypedColumns(changes);
        for (Change change : changes) {
            if (change instanceof Change.AlterTable alter) {
                before.put(alter.name(), alter.before());
                byTable.put(alter.name(), withRecreatedColumns(alter));
            }
        }
        for (Table table : after.tables()) {
            if (!dialect.generatedColumnSurvives()) {
                recreateGenerated(table, retyped);
            }
            recreateExpressions(table, retyped.ofOtherEnums(table));
        }
        for (Table table : after.tables()) {
            if (before.containsKey(table.name())) {
                recreateKeysOf(table);
            }
        }
        Set<ObjectName> created = new HashSet<>();
        changes.forEach(change -> {
            if (change instanceof Change.CreateTable create) {
                created.add(create.table().name());
            }
        });
        for (Table table : after.tables()) {
            if (!created.contains(table.name())) {
                moveForeignKeysAside(table);
            }
        }
        return rebuild(changes);
    }

    private List<TableChange> withRecreatedColumns(Change.AlterTable alter) {
        List<TableChange> result = new ArrayList<>();
        for (TableChange change : alter.changes()) {
            if (!(change instanceof TableChange.AlterColumn column)) {
                result.add(change);
                continue;
            }
            if (dialect.conversion(column.before(), column.after()) == Conversion.NONE) {
                result.add(new TableChange.DropColumn(column.before()));
                result.add(new TableChange.AddColumn(column.after()));
                names(recreated, alter.name()).add(column.after().name());
            } else {
                result.add(change);
                if (column.changesType() && !dialect.foreignKeySurvives(column.before(), column.after())) {
                    names(incomparable, alter.name()).add(column.after().name());
                }
            }
        }
        return result;
    }

    /** What is computed from a column whose type changes. */
    private void recreateGenerated(Table table, RetypedColumns retyped) {
        Set<String> columns = retyped.all(table);
        for (Column column : table.columns()) {
            boolean mentions = column.generated()
                    .filter(generated -> mentions(generated.expression(), columns))
                    .isPresent();
            Optional<Column> old = beforeOf(table).column(column.name());
            boolean goesAnyway = recreated.getOrDefault(table.name(), Set.of()).contains(column.name());
            if (mentions && old.isPresent() && !goesAnyway) {
                List<TableChange> changes = changesOf(table.name());
                changes.removeIf(change -> change instanceof TableChange.AlterColumn altered
                        && altered.after().equals(column));
                changes.add(new TableChange.DropColumn(old.get()));
                changes.add(new TableChange.AddColumn(column));
                names(recreated, table.name()).add(column.name());
                before.putIfAbsent(table.name(), table);
            }
        }
    }

    /** Conditions and expressions hold on to the type itself, not to its name. */
    private void recreateExpressions(Table table, Set<String> columns) {
        if (columns.isEmpty()) {
            return;
        }
        for (TableIndex index : table.indexes()) {
            boolean mentions =
                    index.where().filter(where -> mentions(where, columns)).isPresent()
                            || index.parts().stream()
                                    .flatMap(part -> part.expression().stream())
                                    .anyMatch(expression -> mentions(expression, columns));
            if (mentions && beforeOf(table).indexes().contains(index)) {
                changesOf(table.name()).add(new TableChange.DropIndex(index));
                changesOf(table.name()).add(new TableChange.AddIndex(index));
            }
        }
        for (Check check : table.checks()) {
            if (mentions(check.expression(), columns)
                    && beforeOf(table).checks().contains(check)) {
                changesOf(table.name()).add(new TableChange.DropCheck(check));
                changesOf(table.name()).add(new TableChange.AddCheck(check));
            }
        }
    }

    /** It may find more than there is: then something is made anew for nothing. */
    private static boolean mentions(SqlExpression expression, Set<String> columns) {
        return columns.stream().anyMatch(name -> expression.sql().contains(name));
    }

    private void recreateKeysOf(Table table) {
        Set<String> columns = recreated.getOrDefault(table.name(), Set.of());
        if (columns.isEmpty()) {
            return;
        }
        Table old = beforeOf(table);
        List<TableChange> changes = changesOf(table.name());
        table.primaryKey().ifPresent(key -> {
            if (old.primaryKey().equals(table.primaryKey()) && overlap(key.columns(), columns)) {
                changes.add(new TableChange.DropPrimaryKey(key));
                changes.add(new TableChange.AddPrimaryKey(key));
            }
        });
        for (TableIndex index : table.indexes()) {
            if (old.indexes().contains(index)
                    && !changes.contains(new TableChange.DropIndex(index))
                    && (overlap(index.columns(), columns) || overlap(index.include(), columns))) {
                changes.add(new TableChange.DropIndex(index));
                changes.add(new TableChange.AddIndex(index));
            }
        }
        for (Check check : table.checks()) {
            boolean twice = changes.contains(new TableChange.DropCheck(check));
            if (old.checks().contains(check) && mentions(check.expression(), columns) && !twice) {
                changes.add(new TableChange.DropCheck(check));
                changes.add(new TableChange.AddCheck(check));
            }
        }
    }

    private void moveForeignKeysAside(Table table) {
        Table old = beforeOf(table);
        for (ForeignKey key : table.foreignKeys()) {
            if (!old.foreignKeys().contains(key)) {
                continue;
            }
            boolean moves = overlap(key.columns(), touched(table.name()))
                    || overlap(key.targetColumns(), touched(key.target()))
                    || losesTarget(key);
            if (moves) {
                List<TableChange> changes = changesOf(table.name());
                changes.add(new TableChange.DropForeignKey(key));
                changes.add(new TableChange.AddForeignKey(key));
            }
        }
    }

    /** Whether the key or unique index that a foreign key points to goes, if only for a while. */
    private boolean losesTarget(ForeignKey key) {
        for (TableChange change : byTable.getOrDefault(key.target(), List.of())) {
            List<String> columns = List.of();
            if (change instanceof TableChange.DropPrimaryKey drop) {
                columns = drop.key().columns();
            } else if (change instanceof TableChange.DropIndex drop
                    && drop.index().unique()) {
                columns = drop.index().columns();
            }
            if (!columns.isEmpty() && Set.copyOf(columns).equals(Set.copyOf(key.targetColumns()))) {
                return true;
            }
        }
        return false;
    }

    private List<Change> rebuild(List<Change> changes) {
        List<Change> result = new ArrayList<>();
        Set<ObjectName> done = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.AlterTable alter) {
                done.add(alter.name());
                result.add(new Change.AlterTable(alter.before(), alter.after(), changesOf(alter.name())));
            } else {
                result.add(change);
            }
        }
        byTable.forEach((name, inside) -> {
            if (!done.contains(name)) {
                Table table = after.table(name).orElseThrow();
                result.add(new Change.AlterTable(table, table, inside));
            }
        });
        return result;
    }

    private Table beforeOf(Table table) {
        return before.getOrDefault(table.name(), table);
    }

    private List<TableChange> changesOf(ObjectName table) {
        return byTable.computeIfAbsent(table, key -> new ArrayList<>());
    }

    private Set<String> touched(ObjectName table) {
        Set<String> all = new HashSet<>(recreated.getOrDefault(table, Set.of()));
        all.addAll(incomparable.getOrDefault(table, Set.of()));
        return all;
    }

    private static Set<String> names(Map<ObjectName, Set<String>> map, ObjectName table) {
        return map.computeIfAbsent(table, key -> new HashSet<>());
    }

    private static boolean overlap(List<String> columns, Set<String> others) {
        return !Collections.disjoint(columns, others);
    }
}
