package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.history.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Migrations that were put together from others: a database that has all of those has the one that replaces them. */
final class Replacements {
    private final Map<String, HistoryEntry> rows = new HashMap<>();
    private final List<Migration> complete = new ArrayList<>();

    Replacements(MigrationFolder folder, List<HistoryEntry> history) {
        history.forEach(row -> rows.put(row.id(), row));
        for (Migration migration : folder.migrations()) {
            if (!migration.replaces().isEmpty()
                    && !rows.containsKey(migration.id())
                    && migration.replaces().stream().allMatch(this::isApplied)) {
                complete.add(migration);
            }
        }
    }

    /** Those that the database has by having all that they replace, and that its history doesn't name yet. */
    List<Migration> complete() {
        return complete;
    }

    /** The history as it reads once these are recorded. */
    List<HistoryEntry> applyTo(List<HistoryEntry> history) {
        List<HistoryEntry> seen = new ArrayList<>(history);
        for (Migration migration : complete) {
            List<HistoryEntry> replaced = migration.replaces().stream()
                    .map(rows::get)
                    .map(Objects::requireNonNull)
                    .toList();
            HistoryEntry last = replaced.get(replaced.size() - 1);
            seen.removeAll(replaced);
            seen.add(new HistoryEntry(
                    migration.id(),
                    migration.name(),
                    migration.checksum(),
                    "",
                    migration.stateHash(),
                    HistoryEntry.Direction.UP,
                    last.startedAt(),
                    last.finishedAt(),
                    replaced.stream().mapToInt(HistoryEntry::stepsDone).sum(),
                    replaced.stream().mapToInt(HistoryEntry::stepsTotal).sum(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    last.executedBy(),
                    last.toolVersion()));
        }
        return seen;
    }

    private boolean isApplied(String id) {
        HistoryEntry row = rows.get(id);
        return row != null && row.isApplied();
    }
}
