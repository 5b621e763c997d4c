package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Enum types: values are added in place; a value leaves, or moves, by a new type that takes the old one's name. */
final class EnumSteps {
    private final DatabaseSchema after;
    private final List<Change> changes;
    private final StepList steps;

    EnumSteps(DatabaseSchema after, List<Change> changes, StepList steps) {
        this.after = after;
        this.changes = changes;
        this.steps = steps;
    }

    void create(DatabaseEnum type) {
        steps.add(Phase.CREATE_TYPES, "create enum " + type.name(), Ddl.createEnum(type));
        if (type.comment().isPresent()) {
            new CommentSteps(steps).set("TYPE " + Names.quote(type.name()), type.comment());
        }
    }

    void drop(DatabaseEnum type) {
        steps.add(Phase.DROP_TYPES, "drop enum " + type.name(), "DROP TYPE " + Names.quote(type.name()));
    }

    void rename(Change.RenameEnum rename) {
        ObjectName before = rename.before();
        ObjectName now = rename.after();
        if (!before.schema().equals(now.schema())) {
            steps.add(
                    Phase.RENAME,
                    "move enum " + before + " to schema " + now.schema().orElse("public"),
                    "ALTER TYPE " + Names.quote(before) + " SET SCHEMA "
                            + Names.quote(now.schema().orElse("public")));
            before = now.sibling(before.name());
        }
        if (!before.name().equals(now.name())) {
            steps.add(
                    Phase.RENAME,
                    "rename enum " + before + " to " + now,
                    "ALTER TYPE " + Names.quote(before) + " RENAME TO " + Names.quote(now.name()));
        }
    }

    void alter(Change.AlterEnum alter) {
        ObjectName name = alter.after().name();
        for (Change.Rename value : alter.renamedValues()) {
            steps.add(
                    Phase.RENAME,
                    "rename value " + value.before() + " of enum " + name + " to " + value.after(),
                    "ALTER TYPE " + Names.quote(name) + " RENAME VALUE " + Names.literal(value.before()) + " TO "
                            + Names.literal(value.after()));
        }
        if (alter.changesValues()) {
            if (alter.onlyAdds()) {
                addValues(alter);
            } else {
                replace(alter);
            }
        }
        if (!alter.before().comment().equals(alter.after().comment())) {
            new CommentSteps(steps)
                    .set("TYPE " + Names.quote(name), alter.after().comment());
        }
    }

    /**
     * `ALTER TYPE … ADD VALUE`. A new value cannot be used in the transaction that adds it: when a later statement does,
     * the step is committed on its own, before all others.
     */
    private void addValues(Change.AlterEnum alter) {
        DatabaseEnum type = alter.after();
        List<String> added = type.values().stream()
                .filter(value -> !alter.before().values().contains(value))
                .toList();
        boolean own = added.stream().anyMatch(value -> isDefault(type, value));
        if (own && isRenamed(type.name())) {
            replace(alter);
            return;
        }
        List<String> present = new ArrayList<>(alter.before().values());
        for (String value : added) {
            int index = type.values().indexOf(value);
            String place = "";
            if (index == 0) {
                place = " BEFORE " + Names.literal(present.get(0));
            } else if (index < present.size()) {
                place = " AFTER " + Names.literal(type.values().get(index - 1));
            }
            present.add(index, value);
            steps.add(
                    own ? Phase.SCHEMAS : Phase.ALTER_TYPES,
                    new Step(
                            "add value " + value + " to enum " + type.name(),
                            List.of("ALTER TYPE " + Names.quote(type.name()) + " ADD VALUE " + Names.literal(value)
                                    + place),
                            !own));
        }
    }

    private boolean isRenamed(ObjectName type) {
        return changes.stream()
                .anyMatch(change -> change instanceof Change.RenameEnum rename
                        && rename.after().equals(type));
    }

    private boolean isDefault(DatabaseEnum type, String value) {
        Stream<Column> written = changes.stream().flatMap(change -> {
            if (change instanceof Change.CreateTable create) {
                return create.table().columns().stream();
            }
            if (change instanceof Change.AlterTable alter) {
                return Stream.concat(
                        alter.of(TableChange.AddColumn.class).stream().map(TableChange.AddColumn::column),
                        alter.of(TableChange.AlterColumn.class).stream().map(TableChange.AlterColumn::after));
            }
            return Stream.of();
        });
        return written.anyMatch(column -> column.type().enumName().equals(Optional.of(type.name()))
                && column.defaultValue()
                        .map(ColumnDefault::sql)
                        .filter(sql -> sql.contains(Names.literal(value)))
                        .isPresent());
    }

    private void replace(Change.AlterEnum alter) {
        ObjectName name = alter.after().name();
        ObjectName fresh = name.sibling(name.name() + "_new");
        ObjectName old = name.sibling(name.name() + "_old");
        List<String> sql = new ArrayList<>();
        sql.add(Ddl.createEnum(new DatabaseEnum(fresh, alter.after().values(), Optional.empty())));
        List<String> defaults = new ArrayList<>();
        for (Table table : after.tables()) {
            List<String> clauses = new ArrayList<>();
            List<String> restored = new ArrayList<>();
            for (Column column : table.columns()) {
                former(table, column)
                        .filter(before -> before.type().enumName().equals(Optional.of(name))
                                && column.type().equals(before.type()))
                        .ifPresent(before -> convert(before, column, fresh, clauses, restored));
            }
            if (!clauses.isEmpty()) {
                sql.add("ALTER TABLE " + Names.quote(table.name()) + " " + String.join(",\n", clauses));
            }
            if (!restored.isEmpty()) {
                defaults.add("ALTER TABLE " + Names.quote(table.name()) + " " + String.join(",\n", restored));
            }
        }
        sql.add("ALTER TYPE " + Names.quote(name) + " RENAME TO " + Names.quote(old.name()));
        sql.add("ALTER TYPE " + Names.quote(fresh) + " RENAME TO " + Names.quote(name.name()));
        sql.addAll(defaults);
        steps.add(Phase.ALTER_TYPES, Step.of("replace the values of enum " + name, sql));
        if (alter.before().comment().equals(alter.after().comment())
                && alter.after().comment().isPresent()) {
            new CommentSteps(steps)
                    .set("TYPE " + Names.quote(name), alter.after().comment());
        }
        steps.add(Phase.DROP_TYPES, "drop the former enum " + name, "DROP TYPE " + Names.quote(old));
    }

    private static void convert(
            Column before, Column now, ObjectName type, List<String> clauses, List<String> restored) {
        String alter = "ALTER COLUMN " + Names.quote(now.name()) + " ";
        String array = now.type().array() ? "[]" : "";
        if (before.defaultValue().isPresent()) {
            clauses.add(alter + "DROP DEFAULT");
        }
        clauses.add(alter + "TYPE " + Names.quote(type) + array + " USING (" + Names.quote(now.name()) + "::text"
                + array + "::" + Names.quote(type) + array + ")");
        now.defaultValue().ifPresent(value -> restored.add(alter + "SET DEFAULT " + Ddl.defaultValue(value)));
    }

    /** The column as it was, under its new name; empty for a new one. */
    private Optional<Column> former(Table table, Column column) {
        for (Change change : changes) {
            if (change instanceof Change.CreateTable create
                    && create.table().name().equals(table.name())) {
                return Optional.empty();
            }
            if (change instanceof Change.AlterTable alter && alter.name().equals(table.name())) {
                return alter.before().column(column.name());
            }
        }
        return Optional.of(column);
    }
}
