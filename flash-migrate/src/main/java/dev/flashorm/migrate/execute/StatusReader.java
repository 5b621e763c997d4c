package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.StepState;
import dev.flashorm.migrate.execute.MigrationStatus.Entry;
import dev.flashorm.migrate.execute.MigrationStatus.State;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the folder and the history side by side; changes nothing. */
final class StatusReader {
    private final DatabaseEngine engine;
    private final DatabaseUrl url;
    private final MigrationFolder folder;
    private final ExecutorOptions options;

    StatusReader(DatabaseEngine engine, DatabaseUrl url, MigrationFolder folder, ExecutorOptions options) {
        this.engine = engine;
        this.url = url;
        this.folder = folder;
        this.options = options;
    }

    MigrationStatus read() {
        Map<String, HistoryEntry> rows = new LinkedHashMap<>();
        List<String> notices = new ArrayList<>();
        List<HistoryEntry> recorded = history(notices);
        List<HistoryEntry> history = new Replacements(folder, recorded).applyTo(recorded);
        history.forEach(row -> rows.put(row.id(), row));
        HistoryCheck check = new HistoryCheck(engine, folder, history);
        List<Entry> entries = new ArrayList<>();
        for (Migration migration : folder.migrations()) {
            HistoryEntry row = rows.remove(migration.id());
            entries.add(
                    row == null
                            ? new Entry(
                                    migration.id(),
                                    migration.name(),
                                    State.PENDING,
                                    0,
                                    0,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())
                            : entry(row, state(row)));
        }
        rows.values().forEach(row -> entries.add(entry(row, State.MISSING)));
        List<FailureException> problems = new ArrayList<>(check.problems());
        try {
            var unused = folder.head();
        } catch (FailureException e) {
            problems.add(e);
        }
        notices.addAll(check.notices());
        return new MigrationStatus(entries, problems, notices);
    }

    private List<HistoryEntry> history(List<String> notices) {
        if (!engine.exists(url)) {
            return List.of();
        }
        try (Runner runner = Runner.open(engine, url, options)) {
            List<HistoryEntry> rows = new ArrayList<>(runner.history());
            rows.replaceAll(row -> row.intent().isPresent() ? seen(runner, row, notices) : row);
            return rows;
        }
    }

    /** A row whose step was begun and not recorded as done: the database says what became of it. */
    private HistoryEntry seen(Runner runner, HistoryEntry row, List<String> notices) {
        int step = row.intent().orElseThrow().step();
        String what = "`" + row.id() + "`: statement " + step + " of " + row.stepsTotal();
        Optional<String> owner = runner.owner();
        if (owner.isPresent()) {
            notices.add(what + " is being run by " + owner.get());
            return row;
        }
        Optional<StepState> state = folder.find(row.id())
                .flatMap(migration -> row.direction() == Direction.UP ? Optional.of(migration.up()) : migration.down())
                .flatMap(file -> runner.probe(row, StepPlan.of(engine, file)));
        notices.add(what + " was begun and not recorded: "
                + state.map(StepState::detail).orElse("the folder does not have it"));
        return state.isPresent() && state.get().kind() == StepState.Kind.AFTER ? row.withStepsDone(step) : row;
    }

    private static State state(HistoryEntry row) {
        if (row.isApplied()) {
            return State.APPLIED;
        }
        return row.direction() == Direction.UP ? State.PARTLY_APPLIED : State.PARTLY_REVERTED;
    }

    private static Entry entry(HistoryEntry row, State state) {
        return new Entry(
                row.id(),
                row.name(),
                state,
                row.stepsDone(),
                row.stepsTotal(),
                row.finishedAt(),
                row.error(),
                Optional.of(row.executedBy()));
    }
}
