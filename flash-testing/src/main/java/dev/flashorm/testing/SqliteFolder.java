package dev.flashorm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** SQLite needs no server: every database is a file in a folder of its own. */
final class SqliteFolder implements TestServer {
    @Override
    public DatabaseName name() {
        return DatabaseName.SQLITE;
    }

    @Override
    public String origin() {
        return "embedded";
    }

    @Override
    public TestDatabase create() {
        try {
            Path folder = Files.createTempDirectory("flash-sqlite");
            Path file = folder.resolve("test.db");
            return new TestDatabase(DatabaseName.SQLITE, "file:" + file, "jdbc:sqlite:" + file, () -> delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The write-ahead log and the shared memory lie beside the file. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name().id();
    }
}
