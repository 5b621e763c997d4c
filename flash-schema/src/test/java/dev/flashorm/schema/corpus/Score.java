package dev.flashorm.schema.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How many cases pass one question, and why the others don't. */
final class Score {
    private final String name;
    private final List<String> failures = new ArrayList<>();
    private int total;

    Score(String name) {
        this.name = name;
    }

    void record(String id, boolean passed, String reason) {
        total++;
        if (!passed) {
            failures.add(
                    id + "\t" + reason.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n"));
        }
    }

    int total() {
        return total;
    }

    int passed() {
        return total - failures.size();
    }

    double share() {
        return total == 0 ? 1 : (double) passed() / total;
    }

    /** `passed/total`. */
    @Override
    public String toString() {
        return passed() + "/" + total;
    }

    /** Writes id and reason of what failed. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".tsv"), failures);
    }
}
