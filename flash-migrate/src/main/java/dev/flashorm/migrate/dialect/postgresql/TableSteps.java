package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.List;

/** What changes inside a table. */
final class TableSteps {
    private final StepList steps;
    private final CommentSteps comments;
    private final ColumnSteps columns;
    private final OnlineSteps online;

    TableSteps(StepList steps, OnlineSteps online) {
        this.steps = steps;
        this.online = online;
        comments = new CommentSteps(steps);
        columns = new ColumnSteps(steps, online);
    }

    void alter(Change.AlterTable alter) {
        ObjectName table = alter.name();
        for (TableChange.RenameColumn rename : alter.of(TableChange.RenameColumn.class)) {
            steps.add(
                    Phase.RENAME,
                    "rename column " + rename.before() + " of " + table + " to " + rename.after(),
                    alterTable(table) + "RENAME COLUMN " + Names.quote(rename.before()) + " TO "
                            + Names.quote(rename.after()));
        }
        alter.of(TableChange.DropForeignKey.class).forEach(drop -> dropForeignKey(table, drop.key()));
        for (TableChange.DropIndex drop : alter.of(TableChange.DropIndex.class)) {
            dropIndex(table, drop.index());
        }
        for (TableChange.DropCheck drop : alter.of(TableChange.DropCheck.class)) {
            drop.check()
                    .name()
                    .ifPresent(name -> steps.add(
                            Phase.DROP_INDEXES,
                            "drop check " + name + " of " + table,
                            alterTable(table) + "DROP CONSTRAINT " + Names.quote(name)));
        }
        List<String> computed = computedColumns(alter);
        for (String column : computed) {
            steps.add(
                    Phase.DROP_INDEXES,
                    "drop computed column " + column + " of " + table,
                    alterTable(table) + "DROP COLUMN " + Names.quote(column));
        }
        alterColumns(alter, computed);
        alter.of(TableChange.RenamePrimaryKey.class)
                .forEach(rename -> renameConstraint(table, rename.before(), rename.after()));
        alter.of(TableChange.RenameForeignKey.class)
                .forEach(rename ->
                        rename.key().name().ifPresent(name -> renameConstraint(table, rename.before(), name)));
        alter.of(TableChange.RenameIndex.class).forEach(rename -> renameIndex(table, rename));
        alter.of(TableChange.AddIndex.class).forEach(add -> addIndex(table, add.index()));
        alter.of(TableChange.AddCheck.class).forEach(add -> addCheck(table, add.check()));
        for (TableChange.AddForeignKey add : alter.of(TableChange.AddForeignKey.class)) {
            if (online.canValidateLater(table, add.key())) {
                online.addForeignKey(table, add.key());
            } else {
                addForeignKey(table, add.key());
            }
        }
        comments(alter);
        alter.of(TableChange.SetTableOptions.class).forEach(set -> setOptions(table, set));
    }

    /** Computed columns that go: first, because what they are computed from may change its type. */
    private static List<String> computedColumns(Change.AlterTable alter) {
        List<String> inKey =
                alter.before().primaryKey().map(PrimaryKey::columns).orElse(List.of());
        return alter.of(TableChange.DropColumn.class).stream()
                .filter(drop -> drop.column().generated().isPresent())
                .map(drop -> drop.column().name())
                .filter(column -> !inKey.contains(column))
                .toList();
    }

    /** Everything about columns and the primary key is one ALTER TABLE: the table is rewritten at most once. */
    private void alterColumns(Change.AlterTable alter, List<String> alreadyDropped) {
        ObjectName table = alter.name();
        List<String> clauses = new ArrayList<>();
        alter.of(TableChange.DropPrimaryKey.class)
                .forEach(drop ->
                        drop.key().name().ifPresent(name -> clauses.add("DROP CONSTRAINT " + Names.quote(name))));
        alter.of(TableChange.DropColumn.class).stream()
                .map(drop -> drop.column().name())
                .filter(column -> !alreadyDropped.contains(column))
                .forEach(column -> clauses.add("DROP COLUMN " + Names.quote(column)));
        alter.of(TableChange.AlterColumn.class).forEach(change -> columns.alter(alter, change, clauses));
        alter.of(TableChange.AddColumn.class).forEach(add -> clauses.add("ADD COLUMN " + Ddl.column(add.column())));
        alter.of(TableChange.AddPrimaryKey.class).forEach(add -> clauses.add("ADD " + Ddl.primaryKey(add.key())));
        if (!clauses.isEmpty()) {
            steps.add(Phase.ALTER_TABLES, "alter table " + table, alterTable(table) + String.join(",\n", clauses));
        }
        alter.of(TableChange.AlterColumn.class).forEach(change -> columns.finish(table, change));
    }

    private void comments(Change.AlterTable alter) {
        ObjectName table = alter.name();
        alter.of(TableChange.SetTableComment.class).forEach(set -> comments.table(table, set.comment()));
        alter.of(TableChange.SetIndexComment.class).forEach(set -> comments.index(table, set.index()));
        alter.of(TableChange.AddColumn.class).stream()
                .filter(add -> add.column().comment().isPresent())
                .forEach(add ->
                        comments.column(table, add.column().name(), add.column().comment()));
        alter.of(TableChange.AlterColumn.class).stream()
                .filter(change ->
                        !change.before().comment().equals(change.after().comment()))
                .forEach(change -> comments.column(
                        table, change.after().name(), change.after().comment()));
        alter.of(TableChange.AddPrimaryKey.class)
                .forEach(add ->
                        comments.constraint(table, add.key().name(), add.key().comment()));
        alter.of(TableChange.AddCheck.class)
                .forEach(add -> comments.constraint(
                        table, add.check().name(), add.check().comment()));
        alter.of(TableChange.AddForeignKey.class)
                .forEach(add ->
                        comments.constraint(table, add.key().name(), add.key().comment()));
        alter.of(TableChange.AddIndex.class).stream()
                .filter(add -> add.index().comment().isPresent())
                .forEach(add -> comments.index(table, add.index()));
    }

    void addCheck(ObjectName table, Check check) {
        steps.add(Phase.CREATE_INDEXES, "add check to " + table, alterTable(table) + "ADD " + Ddl.check(check));
    }

    void addForeignKey(ObjectName table, ForeignKey key) {
        steps.add(
                Phase.ADD_FOREIGN_KEYS,
                "add foreign key " + key.name().orElse("") + " to " + table,
                alterTable(table) + "ADD " + Ddl.foreignKey(key));
    }

    void dropForeignKey(ObjectName table, ForeignKey key) {
        key.name()
                .ifPresent(name -> steps.add(
                        Phase.DROP_FOREIGN_KEYS,
                        "drop foreign key " + name + " of " + table,
                        alterTable(table) + "DROP CONSTRAINT " + Names.quote(name)));
    }

    private void addIndex(ObjectName table, TableIndex index) {
        if (index.constraint()) {
            steps.add(
                    Phase.CREATE_INDEXES,
                    "add unique " + index.name() + " to " + table,
                    alterTable(table) + "ADD " + Ddl.uniqueConstraint(index));
        } else {
            steps.add(Phase.CREATE_INDEXES, "create index " + index.name(), Ddl.createIndex(table, index));
        }
    }

    private void dropIndex(ObjectName table, TableIndex index) {
        if (index.constraint()) {
            steps.add(
                    Phase.DROP_INDEXES,
                    "drop unique " + index.name() + " of " + table,
                    alterTable(table) + "DROP CONSTRAINT " + Names.quote(index.name()));
        } else {
            steps.add(
                    Phase.DROP_INDEXES,
                    "drop index " + index.name(),
                    "DROP INDEX " + Names.quote(table.sibling(index.name())));
        }
    }

    private void renameIndex(ObjectName table, TableChange.RenameIndex rename) {
        if (rename.index().constraint()) {
            renameConstraint(table, rename.before(), rename.index().name());
        } else {
            steps.add(
                    Phase.ALTER_TABLES,
                    "rename index " + rename.before() + " to " + rename.index().name(),
                    "ALTER INDEX " + Names.quote(table.sibling(rename.before())) + " RENAME TO "
                            + Names.quote(rename.index().name()));
        }
    }

    private void renameConstraint(ObjectName table, String before, String after) {
        steps.add(
                Phase.ALTER_TABLES,
                "rename constraint " + before + " of " + table + " to " + after,
                alterTable(table) + "RENAME CONSTRAINT " + Names.quote(before) + " TO " + Names.quote(after));
    }

    private void setOptions(ObjectName table, TableChange.SetTableOptions set) {
        boolean unlogged = set.after().containsKey("unlogged");
        if (unlogged != set.before().containsKey("unlogged")) {
            steps.add(
                    Phase.ALTER_TABLES,
                    "change how " + table + " is logged",
                    alterTable(table) + "SET " + (unlogged ? "UNLOGGED" : "LOGGED"));
        }
        String before = set.before().getOrDefault("with", "");
        String after = set.after().getOrDefault("with", "");
        if (before.equals(after)) {
            return;
        }
        if (!before.isEmpty()) {
            List<String> keys = new ArrayList<>();
            for (String setting : before.split(", ", -1)) {
                keys.add(setting.substring(0, setting.indexOf('=')));
            }
            steps.add(
                    Phase.ALTER_TABLES,
                    "reset the storage parameters of " + table,
                    alterTable(table) + "RESET (" + String.join(", ", keys) + ")");
        }
        if (!after.isEmpty()) {
            steps.add(
                    Phase.ALTER_TABLES,
                    "set the storage parameters of " + table,
                    alterTable(table) + "SET (" + after + ")");
        }
    }

    private static String alterTable(ObjectName table) {
        return "ALTER TABLE " + Names.quote(table) + " ";
    }
}
