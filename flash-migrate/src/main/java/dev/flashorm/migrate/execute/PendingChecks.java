package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.dialect.CheckQuery;
import dev.flashorm.migrate.dialect.DataCheck;
import dev.flashorm.migrate.dialect.Dialect;
import dev.flashorm.migrate.dialect.Dialects;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.migrate.map.FormerNames;
import dev.flashorm.migrate.map.SchemaRenames;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What migrations ask of the data, on the way up or down, derived from the states in their folder: the plan between a
 * migration's parent and itself says which rows would stop it. A folder without states, as Prisma's, asks nothing.
 */
final class PendingChecks {
    private final DatabaseEngine engine;
    private final MigrationFolder folder;
    private final Direction direction;
    private final Map<String, Optional<Schema>> states = new HashMap<>();

    PendingChecks(DatabaseEngine engine, MigrationFolder folder, Direction direction) {
        this.engine = engine;
        this.folder = folder;
        this.direction = direction;
    }

    /**
     * One migration's.
     *
     * @param asWritten whether its file is what the states lead to; else it may repair the data by itself
     * @param touched the tables that it makes, changes or drops, under all their names; empty where that is not known
     */
    record Expected(List<DataCheck> checks, boolean asWritten, Optional<Set<ObjectName>> touched) {
        static final Expected NOTHING_KNOWN = new Expected(List.of(), false, Optional.empty());
    }

    Expected of(Migration migration) {
        if (migration.parents().size() != 1
                || Dialects.byName(engine.provider()).isEmpty()) {
            return Expected.NOTHING_KNOWN;
        }
        Optional<Schema> before = folder.migrations().stream()
                .filter(parent -> parent.id().equals(migration.parents().get(0)))
                .findFirst()
                .flatMap(this::state);
        Optional<Schema> after = state(migration);
        if (before.isEmpty() || after.isEmpty()) {
            return Expected.NOTHING_KNOWN;
        }
        MigrationPlanner planner = MigrationPlanner.of(engine.provider());
        FormerNames former = new FormerNames(before.get(), after.get(), new SchemaRenames(migration.renames()));
        DatabaseSchema old = planner.map(before.get());
        DatabaseSchema now = planner.map(after.get());
        Renames renames = planner.renames(after.get(), former);
        boolean up = direction == Direction.UP;
        MigrationPlan plan = planner.plan(old, now, renames);
        SourceFile written = up ? migration.up() : migration.down().orElse(migration.up());
        SqlFile file = SqlFile.parse(written, engine.lexicon());
        SqlFile planned =
                SqlFile.parse(new SourceFile(file.file().path(), up ? plan.upSql() : plan.downSql()), engine.lexicon());
        MigrationPlan way = up ? plan : planner.plan(now, old, renames.inverse());
        boolean asWritten = file.checksum().equals(planned.checksum());
        return new Expected(
                way.checks(), asWritten, asWritten ? Optional.of(touched(way.changes())) : Optional.empty());
    }

    /** Empty where this database needs no such check. */
    Optional<CheckQuery> query(DataCheck check) {
        return Dialects.byName(engine.provider())
                .flatMap(Dialect::dataChecks)
                .flatMap(syntax -> CheckQuery.of(check, syntax));
    }

    private Optional<Schema> state(Migration migration) {
        return states.computeIfAbsent(
                migration.id(),
                id -> migration
                        .state()
                        .map(file -> SchemaCompiler.compile(List.of(file)))
                        .filter(SchemaResult::isValid)
                        .map(SchemaResult::schema));
    }

    private static Set<ObjectName> touched(List<Change> changes) {
        Set<ObjectName> touched = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.CreateTable create) {
                touched.add(create.table().name());
            } else if (change instanceof Change.DropTable drop) {
                touched.add(drop.table().name());
            } else if (change instanceof Change.RenameTable rename) {
                touched.add(rename.before());
                touched.add(rename.after());
            } else if (change instanceof Change.AlterTable alter) {
                touched.add(alter.name());
            }
        }
        return touched;
    }
}
