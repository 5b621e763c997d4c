package dev.flashorm.migrate.execute;

import dev.flashorm.schema.diagnostic.FailureException;
import java.util.List;
import java.util.Optional;

/**
 * Where a database stands against the folder.
 *
 * @param entries the folder's migrations in their order, then those that only the database knows
 * @param problems what would stop the next run, most important first
 * @param notices what is tolerated
 */
public record MigrationStatus(List<Entry> entries, List<FailureException> problems, List<String> notices) {
    public MigrationStatus {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    public List<Entry> pending() {
        return entries.stream().filter(entry -> entry.state() == State.PENDING).toList();
    }

    /** How far a migration is. */
    public enum State {
        APPLIED,
        PENDING,
        /** Some of its steps are done; the next `up` goes on. */
        PARTLY_APPLIED,
        /** Some steps of its way down are done; the next `down` goes on. */
        PARTLY_REVERTED,
        /** Applied, and not in the folder. */
        MISSING
    }

    /**
     * One migration.
     *
     * @param stepsDone of the direction that it was last run in
     * @param finishedAt ISO 8601, UTC
     */
    public record Entry(
            String id,
            String name,
            State state,
            int stepsDone,
            int stepsTotal,
            Optional<String> finishedAt,
            Optional<String> error,
            Optional<String> executedBy) {}
}
