package dev.flashorm.benchmarks.migrate;

import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** `flash status` with a thousand migrations, the whole process from the launcher on. */
final class StatusTime {
    private static final int MIGRATIONS = 1_000;
    private static final int RUNS = 5;

    private StatusTime() {}

    static void measure(DatabaseName name, Path launcher, Figures figures) throws IOException, InterruptedException {
        try (Folder folder = new Folder(name)) {
            fill(folder);
            folder.executor().up();
            Path project = folder.path.getParent();
            if (project == null) {
                throw new IllegalStateException("the folder has a parent");
            }
            Files.writeString(
                    project.resolve("schema.flash"),
                    "datasource db {\n  provider = \"" + name.provider() + "\"\n  url      = \"" + folder.database.url()
                            + "\"\n}\n\nmodel T0 {\n  id Int @id\n}\n");
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i <= RUNS; i++) {
                long start = System.nanoTime();
                Process process = new ProcessBuilder(launcher.toAbsolutePath().toString(), "status")
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(project.resolve("out").toFile())
                        .start();
                if (process.waitFor() != 0) {
                    throw new IOException(Files.readString(project.resolve("out")));
                }
                // The first run warms the disk.
                if (i > 0) {
                    millis.add((System.nanoTime() - start) / 1e6);
                }
            }
            Collections.sort(millis);
            figures.add("status", MIGRATIONS + " migrations, median of " + RUNS, name.id(), millis.get(RUNS / 2), "ms");
            figures.add("status", MIGRATIONS + " migrations, fastest", name.id(), millis.get(0), "ms");
        }
    }

    /** Two written by the product, and all others after the second's example: writing reads the folder each time. */
    private static void fill(Folder folder) throws IOException {
        String first = folder.write("m0000", sql(0), "");
        String second = folder.write("m0001", sql(1), "");
        String before = second;
        Path example = folder.path.resolve(second);
        for (int i = 2; i < MIGRATIONS; i++) {
            String id = String.format("202601%02d%02d%02d00_m%04d", 1 + i / 600, i / 60 % 10, i % 60, i);
            Path directory = Files.createDirectory(folder.path.resolve(id));
            for (String file : List.of("migration.toml", "schema.flash")) {
                Files.writeString(
                        directory.resolve(file),
                        Files.readString(example.resolve(file))
                                .replace(second, "{id}")
                                .replace(first, "{before}")
                                .replace("m0001", String.format("m%04d", i))
                                .replace("{id}", id)
                                .replace("{before}", before));
            }
            Files.writeString(directory.resolve("up.sql"), sql(i));
            before = id;
        }
    }

    private static String sql(int i) {
        return "CREATE TABLE t" + i + " (id INT PRIMARY KEY, note VARCHAR(40));\nINSERT INTO t" + i
                + " VALUES (1, 'one'), (2, 'two');\n";
    }
}
