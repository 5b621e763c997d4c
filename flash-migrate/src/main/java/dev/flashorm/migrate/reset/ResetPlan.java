package dev.flashorm.migrate.reset;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.dialect.Dialect;
import dev.flashorm.migrate.dialect.Dialects;
import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.diff.Differ;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Sequence;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.UnmanagedObject;
import dev.flashorm.migrate.physical.View;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How to take away what migrations made.
 *
 * @param steps in order; empty when nothing of it is there
 * @param drops what goes because a migration made it, one each: `table User`
 * @param along what goes with a table although no migration made it
 * @param kept what stays, because no migration made it
 */
public record ResetPlan(List<Step> steps, List<String> drops, List<String> along, List<String> kept) {
    private static final String POINTED_TO = "F5324";

    /** What takes itself away with its table. */
    private static final Set<String> PARTS = Set.of(
            "trigger",
            "policy",
            "row level security",
            "rule",
            "exclusion constraint",
            "invalid index",
            "partitioning",
            "partition",
            "inheritance",
            "statistics");

    /** Kinds of the catalog as `DROP` calls them, those that a migration's statement names so. */
    private static final Set<String> DROPPABLE = Set.of(
            "function",
            "procedure",
            "aggregate",
            "event",
            "domain",
            "composite type",
            "range type",
            "collation",
            "timeseries collection");

    public ResetPlan {
        steps = List.copyOf(steps);
        drops = List.copyOf(drops);
        along = List.copyOf(along);
        kept = List.copyOf(kept);
    }

    /**
     * Compares what is there with what the folder's statements make.
     *
     * @param found what the database holds
     * @throws FailureException F5324 when a table that stays points to one that goes
     */
    public static ResetPlan of(DatabaseUrl url, MigrationFolder folder, DatabaseSchema found) {
        CreatedObjects made = CreatedObjects.of(folder, Engines.of(url.provider()));
        Dialect dialect = Dialects.byName(url.provider()).orElseThrow();
        return new Builder(dialect, made, found).build();
    }

    /** Sorts things into those that go and those that stay. */
    private static final class Builder {
        private final Dialect dialect;
        private final CreatedObjects made;
        private final DatabaseSchema found;
        private final List<String> drops = new ArrayList<>();
        private final List<String> along = new ArrayList<>();
        private final List<String> kept = new ArrayList<>();

        Builder(Dialect dialect, CreatedObjects made, DatabaseSchema found) {
            this.dialect = dialect;
            this.made = made;
            this.found = found;
        }

        ResetPlan build() {
            // A view goes before what it reads, the newest first.
            List<Step> steps = new ArrayList<>();
            List<View> views = split(found.views(), "view", view -> made.made("VIEW", view.name()), View::name);
            views.sort(Comparator.comparingInt((View view) -> made.order("VIEW", view.name()))
                    .reversed());
            views.forEach(view ->
                    steps.add(dialect.drop(view.materialized() ? "materialized view" : "view", view.name(), "")));
            steps.addAll(tables());
            unmanaged(steps);
            return new ResetPlan(steps, drops, along, kept);
        }

        private List<Step> tables() {
            List<Table> tables = split(found.tables(), "table", table -> made.made("TABLE", table.name()), Table::name);
            List<DatabaseEnum> enums =
                    split(found.enums(), "enum", type -> made.made("TYPE", type.name()), DatabaseEnum::name);
            List<Sequence> sequences =
                    split(found.sequences(), "sequence", one -> made.made("SEQUENCE", one.name()), Sequence::name);
            List<Table> stay = found.tables().stream()
                    .filter(table -> !tables.contains(table))
                    .toList();
            stay.forEach(table -> refusePointer(table, tables));
            DatabaseSchema rest = new DatabaseSchema(
                    found.schemas(),
                    found.extensions(),
                    found.enums().stream().filter(type -> !enums.contains(type)).toList(),
                    found.sequences().stream()
                            .filter(one -> !sequences.contains(one))
                            .toList(),
                    stay,
                    found.views(),
                    found.unmanaged());
            return dialect.write(found, rest, new Differ(Renames.none()).diff(found, rest));
        }

        private static void refusePointer(Table table, List<Table> gone) {
            for (ForeignKey key : table.foreignKeys()) {
                if (gone.stream().anyMatch(one -> one.name().equals(key.target()))) {
                    throw FailureException.failed(
                                    POINTED_TO,
                                    "`" + table.name() + "`, which no migration made, points to `" + key.target()
                                            + "`; nothing was changed")
                            .help("drop that table or its foreign key first, if it may go")
                            .next("flash reset --dry-run")
                            .build();
                }
            }
        }

        private void unmanaged(List<Step> steps) {
            for (UnmanagedObject object : found.unmanaged()) {
                String text = object.kind() + " " + object.name()
                        + object.table().map(table -> " on " + table).orElse("");
                Optional<ObjectName> table = object.table().filter(name -> made.made("TABLE", name));
                if (PARTS.contains(object.kind()) && table.isPresent()) {
                    boolean ours = made.made(word(object), ObjectName.of(object.name()))
                            || object.name().equals(table.get().name());
                    (ours ? drops : along).add(text);
                } else if (DROPPABLE.contains(object.kind()) && made.made(word(object), bare(object))) {
                    drops.add(text);
                    steps.add(drop(object));
                } else {
                    kept.add(text);
                }
            }
        }

        /** As a statement calls its kind. */
        private static String word(UnmanagedObject object) {
            String kind = object.kind();
            return kind.substring(kind.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT);
        }

        /** Without the arguments of a function. */
        private static ObjectName bare(UnmanagedObject object) {
            int arguments = object.name().indexOf('(');
            return ObjectName.of(arguments < 0 ? object.name() : object.name().substring(0, arguments));
        }

        private Step drop(UnmanagedObject object) {
            ObjectName name = bare(object);
            String arguments = object.name().substring(name.name().length());
            return dialect.drop(word(object).toLowerCase(Locale.ROOT), name, arguments);
        }

        private <T> List<T> split(List<T> things, String kind, Predicate<T> ours, Function<T, ObjectName> name) {
            List<T> going = new ArrayList<>();
            for (T thing : things) {
                String text = kind + " " + name.apply(thing);
                if (ours.test(thing)) {
                    going.add(thing);
                    drops.add(text);
                } else {
                    kept.add(text);
                }
            }
            return going;
        }
    }
}
