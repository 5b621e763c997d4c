package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes as statements of PostgreSQL. */
final class StepWriter {
    private final List<Change> changes;
    private final EnumSteps enums;
    private final TableSteps tables;
    private final StepList steps = new StepList();
    private final Set<ObjectName> touched = new HashSet<>();

    StepWriter(DatabaseSchema before, DatabaseSchema after, List<Change> changes) {
        this.changes = SpelledSerials.spell(new FreeSequences(before, after).spell(changes));
        enums = new EnumSteps(after, changes, steps);
        tables = new TableSteps(steps, new OnlineSteps(before, steps));
        changes.forEach(change -> {
            if (change instanceof Change.DropTable drop) {
                touched.add(drop.table().name());
            } else if (change instanceof Change.AlterTable alter) {
                touched.add(alter.name());
            }
        });
    }

    StepList write() {
        changes.forEach(this::write);
        return steps;
    }

    private void write(Change change) {
        if (change instanceof Change.CreateSchema create) {
            steps.add(
                    Phase.SCHEMAS,
                    "create schema " + create.name(),
                    "CREATE SCHEMA IF NOT EXISTS " + Names.quote(create.name()));
        } else if (change instanceof Change.DropSchema drop) {
            steps.add(Phase.DROP_SCHEMAS, "drop schema " + drop.name(), "DROP SCHEMA " + Names.quote(drop.name()));
        } else if (change instanceof Change.CreateExtension create) {
            create.extension()
                    .schema()
                    .filter(schema -> !schema.equals("public") && !schema.equals("pg_catalog"))
                    .ifPresent(schema -> steps.add(
                            Phase.SCHEMAS,
                            "create schema " + schema + " for an extension",
                            "CREATE SCHEMA IF NOT EXISTS " + Names.quote(schema)));
            steps.add(
                    Phase.SCHEMAS,
                    "create extension " + create.extension().name(),
                    Ddl.createExtension(create.extension()));
        } else if (change instanceof Change.CreateEnum create) {
            enums.create(create.type());
        } else if (change instanceof Change.DropEnum drop) {
            enums.drop(drop.type());
        } else if (change instanceof Change.RenameEnum rename) {
            enums.rename(rename);
        } else if (change instanceof Change.AlterEnum alter) {
            enums.alter(alter);
        } else if (change instanceof Change.CreateSequence create) {
            new SequenceSteps(steps).create(create.sequence());
        } else if (change instanceof Change.AlterSequence alter) {
            new SequenceSteps(steps).alter(alter);
        } else if (change instanceof Change.DropSequence drop) {
            new SequenceSteps(steps).drop(drop.sequence());
        } else if (change instanceof Change.CreateTable create) {
            create(create.table());
        } else if (change instanceof Change.DropTable drop) {
            drop(drop.table());
        } else if (change instanceof Change.RenameTable rename) {
            rename(rename);
        } else if (change instanceof Change.AlterTable alter) {
            tables.alter(alter);
        }
    }

    private void create(Table table) {
        steps.add(Phase.CREATE_TABLES, "create table " + table.name(), Ddl.createTable(table));
        table.checks().stream().filter(Ddl::isNotValid).forEach(check -> tables.addCheck(table.name(), check));
        for (TableIndex index : table.indexes()) {
            if (!index.constraint()) {
                steps.add(Phase.CREATE_INDEXES, "create index " + index.name(), Ddl.createIndex(table.name(), index));
            }
        }
        table.foreignKeys().forEach(key -> tables.addForeignKey(table.name(), key));
        new CommentSteps(steps).all(table);
    }

    /** A foreign key of a table that goes is dropped first when its target goes or changes: it may need what leaves. */
    private void drop(Table table) {
        for (ForeignKey key : table.foreignKeys()) {
            if (touched.contains(key.target()) && !key.target().equals(table.name())) {
                tables.dropForeignKey(table.name(), key);
            }
        }
        steps.add(Phase.DROP_TABLES, "drop table " + table.name(), "DROP TABLE " + Names.quote(table.name()));
    }

    private void rename(Change.RenameTable rename) {
        ObjectName before = rename.before();
        ObjectName after = rename.after();
        String table = Names.quote(before);
        if (!before.schema().equals(after.schema())) {
            String schema = after.schema().orElse("public");
            steps.add(
                    Phase.RENAME,
                    "move table " + before + " to schema " + schema,
                    "ALTER TABLE " + table + " SET SCHEMA " + Names.quote(schema));
            table = Names.quote(after.sibling(before.name()));
        }
        if (!before.name().equals(after.name())) {
            steps.add(
                    Phase.RENAME,
                    "rename table " + before + " to " + after,
                    "ALTER TABLE " + table + " RENAME TO " + Names.quote(after.name()));
        }
    }
}
