package dev.flashorm.migrate.engine.sqlite;

import dev.flashorm.migrate.connect.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who works on the file, beside the file: nobody can read the database while it is locked. It only informs; the lock is
 * SQLite's, and a file left by a killed run says nothing once the lock is free.
 */
final class OwnerFile {
    private final Optional<Path> file;
    private final String owner;

    OwnerFile(DatabaseUrl url, String owner) {
        String path = url.jdbcUrl().substring("jdbc:sqlite:".length());
        file = path.equals(":memory:") ? Optional.empty() : Optional.of(Path.of(path + "-flash-owner"));
        this.owner = owner;
    }

    void write() {
        try {
            if (file.isPresent()) {
                Files.writeString(file.get(), owner);
            }
        } catch (IOException e) {
            // Where it can't be written, the message of others names nobody; nothing else depends on it.
            return;
        }
    }

    Optional<String> read() {
        try {
            return file.isPresent() && Files.exists(file.get())
                    ? Optional.of(Files.readString(file.get()).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            return;
        }
    }
}
