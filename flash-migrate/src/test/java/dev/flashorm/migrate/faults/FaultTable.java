package dev.flashorm.migrate.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Counts, for each fault, database and promise, how often the promise held. */
final class FaultTable {
    private final Map<String, Map<String, int[]>> cells = new TreeMap<>();

    void add(String fault, String database, char promise, boolean held) {
        int[] cell = cells.computeIfAbsent(fault + " | " + database, key -> new TreeMap<>())
                .computeIfAbsent(String.valueOf(promise), key -> new int[2]);
        cell[0] += held ? 1 : 0;
        cell[1]++;
    }

    String text() {
        StringBuilder out =
                new StringBuilder("| fault | database | A | B | C | D | E |\n|---|---|---|---|---|---|---|\n");
        cells.forEach((row, promises) -> {
            out.append("| ").append(row).append(" |");
            for (String promise : new String[] {"A", "B", "C", "D", "E"}) {
                int[] cell = promises.get(promise);
                out.append(' ')
                        .append(cell == null ? "–" : cell[0] + "/" + cell[1])
                        .append(" |");
            }
            out.append('\n');
        });
        return out.toString();
    }

    /** The short run leaves the documentation alone. */
    void write(boolean isLong) throws IOException {
        Path file = isLong ? Path.of("..", "docs", "faults.md") : Path.of("target", "faults.md");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                "# Faults\n\nWhat the five promises of the migrator did under faults that were injected from outside:"
                        + " held/tried.\nA: nothing half-applied. B: the same command again converges. C: the error names"
                        + " place, progress and next step.\nD: no row lost. E: one runner at a time, and its lock ends with"
                        + " it. Written by `FaultsTest` with `-Dflash.faults=long`.\n\n"
                        + text());
    }
}
