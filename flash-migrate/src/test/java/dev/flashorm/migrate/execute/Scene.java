package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.folder.MigrationDraft;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** A fresh database and an empty migration folder. */
final class Scene implements AutoCloseable {
    final TestDatabase database;
    final Path folder;
    private int second;

    Scene(TestServer server) {
        try {
            database = server.create();
            folder = Files.createTempDirectory("flash-scene").resolve("migrations");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isTransactional() {
        return database.name() == DatabaseName.SQLITE || database.name() == DatabaseName.POSTGRESQL;
    }

    /** Writes a migration whose folder is named by a time of its own; gives its id. */
    String write(String name, String up, String down) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T01:00:00Z").plusSeconds(second++), ZoneOffset.UTC);
        return open().write(
                        new MigrationDraft(
                                name,
                                database.name().provider(),
                                up,
                                down.isEmpty() ? Optional.empty() : Optional.of(down),
                                "// " + name + "\n",
                                List.of(),
                                List.of(),
                                Map.of()),
                        clock)
                .head()
                .orElseThrow()
                .id();
    }

    Path up(String id) {
        return folder.resolve(id).resolve("up.sql");
    }

    MigrationFolder open() {
        return MigrationFolder.open(folder, "migrations");
    }

    DatabaseUrl url() {
        return DatabaseUrl.parse(database.url(), folder);
    }

    MigrationExecutor executor() {
        return executor(ExecutorOptions.defaults("test"));
    }

    MigrationExecutor executor(ExecutorOptions options) {
        return new MigrationExecutor(url(), open(), options);
    }

    ExecutorOptions impatient() {
        return ExecutorOptions.defaults("test")
                .withLockWait(Duration.ofMillis(300))
                .withTableLockWait(Duration.ofMillis(300));
    }

    FailureException failure(Runnable work) {
        return Assertions.catchThrowableOfType(FailureException.class, work::run);
    }

    List<String> query(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasTable(String name) {
        try {
            query("SELECT 1 FROM " + name + " WHERE 1 = 0");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    public void close() {
        database.close();
    }

    @Override
    public String toString() {
        return database.toString();
    }
}
