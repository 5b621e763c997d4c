package dev.flashorm.migrate.introspect.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How many cases pass one question, and why the others don't. */
public final class Score {
    private final String file;
    private final String name;
    private final List<String> failures = new ArrayList<>();
    private int total;

    /**
     * @param file of `target/corpus`, without its ending
     * @param name as the line of the score begins: `introspect create`
     */
    public Score(String file, String name) {
        this.file = file;
        this.name = name;
    }

    public synchronized void passed() {
        total++;
    }

    public synchronized void failed(String id, Object reason) {
        total++;
        failures.add(id + "\t"
                + String.valueOf(reason).replace("\t", " ").replace("\r", "").replace("\n", "\\n"));
    }

    public synchronized double share() {
        return total == 0 ? 1 : (double) (total - failures.size()) / total;
    }

    /** Prints the score's line and writes the failures. */
    public synchronized void publish() throws IOException {
        System.out.println(name + "=" + (total - failures.size()) + "/" + total);
        Path folder = Path.of("target", "corpus");
        Files.createDirectories(folder);
        Files.write(folder.resolve(file + ".tsv"), failures);
    }
}
