package dev.flashorm.migrate.history;

import java.util.Optional;

/**
 * One row of the history.
 *
 * @param checksum SHA-256 of the file that ran
 * @param sqlChecksum the same over its statements, comments and blanks left out
 * @param direction where the last run was going
 * @param startedAt ISO 8601, UTC
 * @param finishedAt empty while a run is on its way, or was stopped on it
 * @param stepsDone how many statements are done, in the direction
 * @param doneChecksum over the statements that are done
 * @param intent the step that was begun and whose end is not recorded
 * @param error what stopped the last run
 * @param executedBy user, host and process
 */
public record HistoryEntry(
        String id,
        String name,
        String checksum,
        String sqlChecksum,
        Optional<String> stateHash,
        Direction direction,
        String startedAt,
        Optional<String> finishedAt,
        int stepsDone,
        int stepsTotal,
        String doneChecksum,
        Optional<Intent> intent,
        Optional<String> error,
        String executedBy,
        String toolVersion) {
    /** Whether it is wholly applied. */
    public boolean isApplied() {
        return direction == Direction.UP && finishedAt.isPresent();
    }

    /** The same, with all steps done. */
    public HistoryEntry finished(String at, String allChecksum) {
        return new HistoryEntry(
                id,
                name,
                checksum,
                sqlChecksum,
                stateHash,
                direction,
                startedAt,
                Optional.of(at),
                stepsTotal,
                stepsTotal,
                allChecksum,
                Optional.empty(),
                Optional.empty(),
                executedBy,
                toolVersion);
    }

    /** The same, with other progress. */
    public HistoryEntry withStepsDone(int steps) {
        return new HistoryEntry(
                id,
                name,
                checksum,
                sqlChecksum,
                stateHash,
                direction,
                startedAt,
                finishedAt,
                steps,
                stepsTotal,
                doneChecksum,
                intent,
                error,
                executedBy,
                toolVersion);
    }

    /** Which file ran. */
    public enum Direction {
        UP,
        DOWN
    }

    /**
     * A step that was begun.
     *
     * @param step 1-based
     * @param checksum of the statement
     * @param before the objects it touches, as they were
     */
    public record Intent(int step, String checksum, String before) {}
}
