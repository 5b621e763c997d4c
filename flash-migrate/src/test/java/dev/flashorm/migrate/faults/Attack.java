package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** A database with rows that must stay, and a pending migration that something is going to happen to. */
final class Attack implements AutoCloseable {
    final Scene scene;
    final Course course;
    final String ground;
    final String id;

    Attack(TestServer server, Course course) {
        scene = new Scene(server);
        this.course = course;
        ground = scene.write("kept", Course.ground(), "DROP TABLE kept;");
        scene.executor().up();
        id = scene.write("attacked", course.sql(), "");
    }

    /** Runs `up` here; what it complained of, if it did. */
    Optional<Complaint> run() {
        return run(ExecutorOptions.defaults("test"));
    }

    Optional<Complaint> run(ExecutorOptions options) {
        return run(scene.database.url(), options);
    }

    /** The same over another way to the same database. */
    Optional<Complaint> run(String url, ExecutorOptions options) {
        try {
            new MigrationExecutor(DatabaseUrl.parse(url, scene.folder), scene.open(), options).up();
            return Optional.empty();
        } catch (FailureException e) {
            return Optional.of(Complaint.of(e));
        }
    }

    /** Puts another text into the migration's file. */
    void rewrite(Course other) {
        try {
            Files.writeString(scene.up(id), other.sql());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        scene.close();
    }

    @Override
    public String toString() {
        return scene.toString();
    }
}
