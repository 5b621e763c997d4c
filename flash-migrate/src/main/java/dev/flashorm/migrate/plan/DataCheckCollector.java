package dev.flashorm.migrate.plan;

import dev.flashorm.migrate.dialect.Conversion;
import dev.flashorm.migrate.dialect.DataCheck;
import dev.flashorm.migrate.dialect.Dialect;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows would stop a list of changes. What can't be said in the names and types before, as an expression over a
 * column that is renamed, is left to the server.
 */
final class DataCheckCollector {
    private final Dialect dialect;
    private final DatabaseSchema before;
    private final Map<ObjectName, ObjectName> formerTables = new HashMap<>();
    private final Set<ObjectName> created = new HashSet<>();
    private final Map<ObjectName, FormerColumns> columns = new HashMap<>();
    private final List<DataCheck> checks = new ArrayList<>();

    DataCheckCollector(Dialect dialect, DatabaseSchema before, List<Change> changes) {
        this.dialect = dialect;
        this.before = before;
        Set<ObjectName> renamedEnums = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.RenameTable rename) {
                ObjectName former = formerTables.remove(rename.before());
                formerTables.put(rename.after(), former == null ? rename.before() : former);
            } else if (change instanceof Change.CreateTable create) {
                created.add(create.table().name());
            } else if (change instanceof Change.AlterTable alter) {
                columns.put(alter.name(), FormerColumns.of(alter, renamedEnums, dialect));
            } else if (change instanceof Change.AlterEnum alter
                    && !alter.renamedValues().isEmpty()) {
                renamedEnums.add(alter.after().name());
            }
        }
        for (Change change : changes) {
            if (change instanceof Change.AlterTable alter) {
                former(alter.name())
                        .ifPresent(table -> alter.changes().forEach(inside -> inspect(table, alter, inside)));
            } else if (change instanceof Change.AlterEnum alter) {
                inspect(alter);
            }
        }
    }

    List<DataCheck> checks() {
        return checks;
    }

    /** What became of the columns of a table that changes: those not named kept name, type and the names of their values. */
    private record FormerColumns(Map<String, String> names, Set<String> added, Set<String> retyped) {
        static final FormerColumns SAME = new FormerColumns(Map.of(), Set.of(), Set.of());

        /** @param renamedEnums whose values have new names; they come before the tables */
        static FormerColumns of(Change.AlterTable alter, Set<ObjectName> renamedEnums, Dialect dialect) {
            Map<String, String> names = new HashMap<>();
            Set<String> added = new HashSet<>();
            Set<String> retyped = new HashSet<>();
            for (Column column : alter.after().columns()) {
                column.type().enumName().filter(renamedEnums::contains).ifPresent(name -> retyped.add(column.name()));
            }
            for (TableChange change : alter.changes()) {
                if (change instanceof TableChange.RenameColumn rename) {
                    String former = names.remove(rename.before());
                    names.put(rename.after(), former == null ? rename.before() : former);
                } else if (change instanceof TableChange.RenameValues rename) {
                    retyped.add(rename.column());
                } else if (change instanceof TableChange.AddColumn add) {
                    added.add(add.column().name());
                } else if (change instanceof TableChange.AlterColumn altered && altered.changesType()) {
                    boolean anew = dialect.conversion(altered.before(), altered.after()) == Conversion.NONE;
                    (anew ? added : retyped).add(altered.after().name());
                }
            }
            return new FormerColumns(names, added, retyped);
        }

        String name(String column) {
            return names.getOrDefault(column, column);
        }

        List<String> names(List<String> all) {
            return all.stream().map(this::name).toList();
        }

        /** Whether these columns were there before and keep their types. */
        boolean keeps(List<String> all) {
            return all.stream().noneMatch(column -> added.contains(column) || retyped.contains(column));
        }
    }

    private Optional<Table> former(ObjectName name) {
        return before.table(formerTables.getOrDefault(name, name));
    }

    private FormerColumns columns(ObjectName table) {
        return columns.getOrDefault(table, FormerColumns.SAME);
    }

    private void inspect(Table table, Change.AlterTable alter, TableChange change) {
        if (change instanceof TableChange.AddColumn add) {
            required(table, add.column());
        } else if (change instanceof TableChange.AlterColumn altered) {
            inspect(table, alter, altered);
        } else if (change instanceof TableChange.AddIndex add && add.index().unique()) {
            unique(table, alter, add.index());
        } else if (change instanceof TableChange.AddPrimaryKey add) {
            unique(table, alter, asIndex(add.key()));
        } else if (change instanceof TableChange.AddForeignKey add) {
            foreignKey(table, alter, add.key());
        } else if (change instanceof TableChange.AddCheck add
                && columns(alter.name()).equals(FormerColumns.SAME)
                && add.check().options().isEmpty()) {
            checks.add(new DataCheck.Holds(table, add.check()));
        }
    }

    private void required(Table table, Column column) {
        boolean filled = column.nullable()
                || column.defaultValue().isPresent()
                || column.identity().isPresent()
                || column.generated().isPresent();
        if (!filled) {
            checks.add(new DataCheck.NoRows(table, column.name()));
        }
    }

    private void inspect(Table table, Change.AlterTable alter, TableChange.AlterColumn change) {
        Column after = change.after();
        Optional<Column> now = table.column(columns(alter.name()).name(after.name()));
        if (now.isEmpty() || after.generated().isPresent()) {
            return;
        }
        Conversion conversion = dialect.conversion(change.before(), after);
        if (conversion == Conversion.NONE) {
            required(table, after);
            return;
        }
        if (change.becomesRequired() && after.defaultValue().isEmpty()) {
            checks.add(new DataCheck.NoNulls(table, now.get().name()));
        }
        if (conversion != Conversion.SAFE
                && !after.type().equals(change.before().type())) {
            checks.add(new DataCheck.Fits(table, now.get(), withFormerValues(alter, after)));
        }
    }

    /** The rows still say the old names of what is renamed on the way. */
    private static Column withFormerValues(Change.AlterTable alter, Column after) {
        Map<String, String> former = new HashMap<>();
        alter.of(TableChange.RenameValues.class).stream()
                .filter(rename -> rename.column().equals(after.name()))
                .flatMap(rename -> rename.literals().stream())
                .forEach(value -> former.put(value.after(), value.before()));
        return after.withType(after.type()
                .withArguments(after.type().arguments().stream()
                        .map(argument -> former.getOrDefault(argument, argument))
                        .toList()));
    }

    private void unique(Table table, Change.AlterTable alter, TableIndex index) {
        FormerColumns former = columns(alter.name());
        boolean expressions = index.where().isPresent()
                || index.parts().stream().anyMatch(part -> part.expression().isPresent());
        boolean sayable = expressions ? former.equals(FormerColumns.SAME) : former.keeps(index.columns());
        boolean wasUnique = alter.before().indexes().stream()
                        .anyMatch(old -> old.unique()
                                && old.parts().equals(index.parts())
                                && old.where().isEmpty())
                || alter.before()
                        .primaryKey()
                        .filter(key -> key.parts().equals(index.parts()))
                        .isPresent();
        if (sayable && !wasUnique) {
            List<IndexPart> parts = index.parts().stream()
                    .map(part -> part.column()
                            .map(column -> part.onColumn(former.name(column)))
                            .orElse(part))
                    .toList();
            checks.add(new DataCheck.NoDuplicates(table, index.withParts(parts, List.of())));
        }
    }

    private static TableIndex asIndex(PrimaryKey key) {
        return TableIndex.of(key.name().orElse(""), true, List.of()).withParts(key.parts(), List.of());
    }

    private void foreignKey(Table table, Change.AlterTable alter, ForeignKey key) {
        boolean held = alter.before().foreignKeys().stream()
                .anyMatch(old -> old.columns().equals(key.columns())
                        && old.target().equals(key.target())
                        && old.targetColumns().equals(key.targetColumns()));
        boolean unchecked = key.options().contains("NOT VALID");
        FormerColumns here = columns(alter.name());
        if (held || unchecked || !here.keeps(key.columns())) {
            return;
        }
        ForeignKey now = key.withColumns(here.names(key.columns()));
        if (created.contains(key.target())) {
            checks.add(new DataCheck.NoOrphans(table, now, true));
            return;
        }
        FormerColumns there = columns(key.target());
        Optional<Table> target = former(key.target());
        if (target.isPresent() && there.keeps(key.targetColumns())) {
            checks.add(new DataCheck.NoOrphans(
                    table, now.withTarget(target.get().name(), there.names(key.targetColumns())), false));
        }
    }

    /** An enum type that loses values: every column of that type is looked at. */
    private void inspect(Change.AlterEnum alter) {
        if (alter.removed().isEmpty() || !alter.renamedValues().isEmpty()) {
            return;
        }
        ObjectName name = alter.before().name();
        for (Table table : before.tables()) {
            for (Column column : table.columns()) {
                if (column.type().enumName().equals(Optional.of(name))) {
                    checks.add(new DataCheck.OnlyValues(
                            table, column, alter.after().values()));
                }
            }
        }
    }
}
