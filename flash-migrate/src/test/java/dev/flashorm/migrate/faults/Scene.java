package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
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
public final class Scene implements AutoCloseable {
    public final TestDatabase database;
    public final Path folder;
    private int second;

    public Scene(TestServer server) {
        try {
            database = server.create();
            folder = Files.createTempDirectory("flash-scene").resolve("migrations");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isTransactional() {
        return database.name() == DatabaseName.SQLITE || database.name() == DatabaseName.POSTGRESQL;
    }

    /** Writes a migration whose folder is named by a time of its own; gives its id. */
    public String write(String name, String up, String down) {
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
                                Map.of(),
                                List.of()),
                        clock)
                .head()
                .orElseThrow()
                .id();
    }

    public Path up(String id) {
        return folder.resolve(id).resolve("up.sql");
    }

    public MigrationFolder open() {
        return MigrationFolder.open(folder, "migrations");
    }

    public DatabaseUrl url() {
        return DatabaseUrl.parse(database.url(), folder);
    }

    public MigrationExecutor executor() {
        return executor(ExecutorOptions.defaults("test"));
    }

    public MigrationExecutor executor(ExecutorOptions options) {
        return new MigrationExecutor(url(), open(), options);
    }

    public ExecutorOptions impatient() {
        return ExecutorOptions.defaults("test")
                .withLockWait(Duration.ofMillis(300))
                .withTableLockWait(Duration.ofMillis(300));
    }

    public FailureException failure(Runnable work) {
        return Assertions.catchThrowableOfType(FailureException.class, work::run);
    }

    public List<String> query(String sql) {
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

    public boolean hasTable(String name) {
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
