package dev.flashorm.migrate.engine.sqlite;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.ScratchMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Files in a temporary folder each. */
final class Scratch implements ScratchMaker {
    @Override
    public DatabaseUrl address(DatabaseUrl beside, String name) throws SQLException {
        try {
            Path file = Files.createTempDirectory(name).resolve("scratch.db");
            return new DatabaseUrl(
                    "sqlite", "jdbc:sqlite:" + file, Map.of(), file.toString(), file.toString(), Optional.empty());
        } catch (IOException e) {
            throw new SQLException("no temporary folder can be made: " + e, e);
        }
    }

    @Override
    public void create(DatabaseUrl beside, DatabaseUrl scratch) {
        // The file comes into being with the first connection.
    }

    @Override
    public void drop(DatabaseUrl beside, DatabaseUrl scratch) throws SQLException {
        Path folder = Path.of(scratch.database()).getParent();
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new SQLException("the temporary file could not be deleted: " + e, e);
        }
    }

    @Override
    public boolean isMarked(DatabaseUrl url) {
        throw always();
    }

    @Override
    public void mark(DatabaseUrl url) {
        throw always();
    }

    @Override
    public List<String> contents(DatabaseUrl url) {
        throw always();
    }

    @Override
    public void clear(DatabaseUrl url) {
        throw always();
    }

    private static UnsupportedOperationException always() {
        return new UnsupportedOperationException("a temporary file can always be had");
    }
}
