package dev.flashorm.benchmarks.migrate;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One file of many statements, run by a JVM of 256 MB: is the time linear, and the memory bounded? */
final class BigFile {
    private static final String PART = "one file, JVM of 256 MB (-Xmx256m)";

    private BigFile() {}

    /** The run in its own process; prints its milliseconds. */
    public static void main(String[] arguments) {
        Path path = Path.of(arguments[1]);
        long start = System.nanoTime();
        new MigrationExecutor(
                        DatabaseUrl.parse(arguments[0], path),
                        MigrationFolder.open(path),
                        ExecutorOptions.defaults("benchmark"))
                .up();
        System.out.println((System.nanoTime() - start) / 1_000_000);
    }

    static void measure(DatabaseName name, Figures figures) throws IOException, InterruptedException {
        for (int count : new int[] {5_000, 20_000}) {
            figures.add(PART, count + " statements of 80 bytes", name.id(), run(name, count, 20), "ms");
        }
        figures.add(PART, "25 MB, 12,500 statements", name.id(), run(name, 12_500, 1_940), "ms");
        figures.add(PART, "50 MB, 25,000 statements", name.id(), run(name, 25_000, 1_940), "ms");
        figures.add(PART, "50 MB, 400,000 statements", name.id(), run(name, 400_000, 70), "ms");
    }

    private static double run(DatabaseName name, int count, int length) throws IOException, InterruptedException {
        try (Folder folder = new Folder(name)) {
            StringBuilder sql = new StringBuilder("CREATE TABLE t (id INT PRIMARY KEY, note VARCHAR(4000));\n");
            String note = "x".repeat(length);
            for (int i = 1; i < count; i++) {
                sql.append("INSERT INTO t (id, note) VALUES (")
                        .append(1_000_000 + i)
                        .append(", '")
                        .append(note)
                        .append("');\n");
            }
            folder.write("big", sql.toString(), "");
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BigFile.class.getName(),
                            folder.database.url(),
                            folder.path.toString()))
                    .redirectErrorStream(true)
                    .start();
            try (InputStream out = process.getInputStream()) {
                String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
                if (process.waitFor() != 0) {
                    throw new IOException(count + " statements on " + name.id() + ": " + said);
                }
                return Double.parseDouble(said.substring(said.lastIndexOf('\n') + 1));
            }
        }
    }
}
