package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.history.HistoryEntry.Direction;
import java.time.Duration;
import java.util.List;

/**
 * What a run did.
 *
 * @param runs in the order in which they ran; empty when there was nothing to do
 * @param notices what is worth saying beside it
 */
public record ExecutionReport(List<Run> runs, List<String> notices) {
    public ExecutionReport {
        runs = List.copyOf(runs);
        notices = List.copyOf(notices);
    }

    /**
     * One migration that was brought to its end.
     *
     * @param steps how many statements its file has
     * @param resumedAt the 1-based step where an earlier run had stopped; 1 when it began afresh
     */
    public record Run(String id, Direction direction, int steps, int resumedAt, Duration elapsed) {}
}
