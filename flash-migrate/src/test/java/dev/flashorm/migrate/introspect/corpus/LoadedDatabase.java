package dev.flashorm.migrate.introspect.corpus;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/** Sample databases on test servers. */
final class LoadedDatabase {
    private LoadedDatabase() {}

    /** A script that this server does not take. */
    static final class NotLoadedException extends Exception {
        private static final long serialVersionUID = 1L;

        NotLoadedException(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    static TestDatabase of(DatabaseName server, Corpus.SampleDatabase sample) throws NotLoadedException, IOException {
        TestDatabase database = TestDatabases.create(server);
        boolean loaded = false;
        try {
            if (sample.file().isPresent()) {
                Path copy = Path.of(database.url().substring("file:".length()));
                Files.copy(sample.file().get(), copy, StandardCopyOption.REPLACE_EXISTING);
                copy.toFile().setWritable(true);
            }
            for (Path script : sample.scripts()) {
                SqlLoader.run(database, Files.readAllBytes(script));
            }
            loaded = true;
            return database;
        } catch (SQLException e) {
            throw new NotLoadedException(e);
        } finally {
            if (!loaded) {
                database.close();
            }
        }
    }
}
