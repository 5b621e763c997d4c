package dev.flashorm.migrate.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts what holds, prints one line, and writes each failure with its reason to `target/corpus/`. */
final class Score {
    private final String name;
    private final List<String> failures = new ArrayList<>();
    private int total;

    Score(String name) {
        this.name = name;
    }

    void hold() {
        total++;
    }

    void fail(String id, String reason) {
        total++;
        failures.add(id + "\t" + reason.replace('\n', ' ').replace('\t', ' '));
    }

    double ratio() {
        return total == 0 ? 1 : (double) (total - failures.size()) / total;
    }

    void report() throws IOException {
        System.out.printf(
                Locale.ROOT, "corpus %s=%.1f%% (%d of %d)%n", name, 100 * ratio(), total - failures.size(), total);
        Path file = Path.of("target/corpus/" + name.replace(' ', '-') + ".tsv");
        Files.createDirectories(Path.of("target/corpus"));
        Files.write(file, failures);
    }
}
