package dev.flashorm.benchmarks.migrate;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationDraft;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A fresh database and an empty migration folder. */
final class Folder implements AutoCloseable {
    final TestDatabase database;
    final Path path;
    private int second;

    Folder(DatabaseName name) throws IOException {
        database = TestDatabases.create(name);
        path = Files.createTempDirectory("flash-migrate-benchmark").resolve("migrations");
    }

    /** Writes a migration; gives its id. */
    String write(String name, String up, String down) {
        return MigrationFolder.open(path)
                .write(
                        new MigrationDraft(
                                name,
                                database.name().provider(),
                                up,
                                down.isEmpty() ? Optional.empty() : Optional.of(down),
                                "// " + name + "\n",
                                List.of(),
                                List.of(),
                                Map.of(),
                                List.of()),
                        Clock.fixed(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second++), ZoneOffset.UTC))
                .head()
                .orElseThrow()
                .id();
    }

    /** Takes a migration that is applied nowhere out of the folder. */
    void remove(Migration migration) {
        Path directory = path.resolve(migration.id());
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MigrationExecutor executor() {
        return new MigrationExecutor(
                DatabaseUrl.parse(database.url(), path),
                MigrationFolder.open(path),
                ExecutorOptions.defaults("benchmark").withAcceptDataLoss(true));
    }

    @Override
    public void close() {
        database.close();
    }
}
