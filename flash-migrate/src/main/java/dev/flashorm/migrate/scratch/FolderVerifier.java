package dev.flashorm.migrate.scratch;

import dev.flashorm.migrate.compare.Comparison;
import dev.flashorm.migrate.compare.DatabaseState;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays a folder in a scratch database: every migration up, every one down again, and all up once more. After each step the
 * catalog must be what it was the other time, and what the migration's recorded state says.
 */
public final class FolderVerifier {
    private final MigrationFolder folder;
    private final ScratchDatabase scratch;
    private final IntrospectionScope scope;
    private final MigrationExecutor executor;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, DatabaseSchema> catalogs = new HashMap<>();
    private final List<String> reverted = new ArrayList<>();
    private DatabaseSchema current;

    /**
     * Something that does not hold.
     *
     * @param migration its id
     * @param message a sentence, with the server's own text
     */
    public record Flaw(String migration, String message) {}

    /** @param options of the runs; data may be lost, for there is none */
    public FolderVerifier(
            MigrationFolder folder, ScratchDatabase scratch, IntrospectionScope scope, ExecutorOptions options) {
        this.folder = folder;
        this.scratch = scratch;
        this.scope = scope;
        executor = new MigrationExecutor(scratch.url(), folder, options.withAcceptDataLoss(true));
        current = scratch.catalog(scope);
    }

    /** What does not hold; empty when all does. A migration without a way down ends the way down, and is no flaw. */
    public List<Flaw> verify() {
        DatabaseSchema start = current;
        if (up() && down(start)) {
            Optional<String> failure = attempt(executor::up);
            if (failure.isPresent()) {
                flaws.add(new Flaw(last().id(), "up again fails: " + failure.get()));
            } else {
                compare(last(), "up again leads elsewhere", current, scratch.catalog(scope));
            }
        }
        return flaws;
    }

    /** What the scratch database held after a migration; empty when it did not come that far. */
    public Optional<DatabaseSchema> after(String id) {
        return Optional.ofNullable(catalogs.get(id));
    }

    /** Those whose way down was tried. */
    public List<String> reverted() {
        return reverted;
    }

    private Migration last() {
        return folder.migrations().get(folder.migrations().size() - 1);
    }

    private boolean up() {
        for (Migration migration : folder.migrations()) {
            Optional<String> failure = attempt(() -> executor.up(Optional.of(migration.id())));
            if (failure.isPresent()) {
                flaws.add(new Flaw(migration.id(), "the way up fails: " + failure.get()));
                return false;
            }
            current = scratch.catalog(scope);
            catalogs.put(migration.id(), current);
            checkState(migration);
        }
        return !folder.isEmpty();
    }

    private boolean down(DatabaseSchema start) {
        List<Migration> all = folder.migrations();
        for (int i = all.size() - 1; i >= 0; i--) {
            Migration migration = all.get(i);
            if (migration.down().isEmpty()) {
                return true;
            }
            Optional<String> failure = attempt(() -> executor.down(1));
            if (failure.isPresent()) {
                flaws.add(new Flaw(migration.id(), "the way down fails: " + failure.get()));
                return false;
            }
            reverted.add(migration.id());
            DatabaseSchema before =
                    i == 0 ? start : catalogs.getOrDefault(all.get(i - 1).id(), start);
            if (!compare(migration, "the way down does not lead back", before, scratch.catalog(scope))) {
                return false;
            }
        }
        return true;
    }

    private boolean compare(Migration migration, String what, DatabaseSchema expected, DatabaseSchema actual) {
        List<String> differences = PlanVerifier.differences(expected, actual);
        if (!differences.isEmpty()) {
            flaws.add(new Flaw(migration.id(), what + ": " + String.join("; ", differences)));
        }
        return differences.isEmpty();
    }

    /** The record of where a migration leads to: is it as it was written, and is it true? */
    private void checkState(Migration migration) {
        Optional<SourceFile> state = migration.state();
        if (state.isEmpty()) {
            return;
        }
        String hash = Migration.stateHash(state.get().text());
        if (!migration.stateHash().equals(Optional.of(hash))) {
            flaws.add(new Flaw(migration.id(), "`" + state.get().path() + "` was changed after it was written"));
            return;
        }
        SchemaResult result = SchemaCompiler.compile(List.of(state.get()));
        if (!result.isValid() || result.schema().datasource().isEmpty()) {
            return;
        }
        String provider = scratch.url().provider();
        DatabaseState expected = new DatabaseState.Described(result.schema());
        Comparison comparison = Comparison.of(provider, Comparison.declared(provider, current, expected), expected);
        if (!comparison.plan().isEmpty()) {
            List<String> titles =
                    comparison.plan().up().stream().map(step -> step.title()).toList();
            flaws.add(new Flaw(
                    migration.id(),
                    "the way up does not lead to `" + state.get().path() + "`; still to do: "
                            + String.join("; ", titles)));
        }
    }

    private interface Work {
        void run();
    }

    /** An interruption ends it all; another failure is what was looked for. */
    private static Optional<String> attempt(Work work) {
        try {
            work.run();
            return Optional.empty();
        } catch (FailureException e) {
            if (e.kind() == FailureException.Kind.INTERRUPTED) {
                throw e;
            }
            String place = e.where().map(where -> where + ": ").orElse("");
            return Optional.of(place
                    + e.getMessage()
                    + (e.notes().isEmpty() ? "" : " (" + e.notes().get(0) + ")"));
        }
    }
}
