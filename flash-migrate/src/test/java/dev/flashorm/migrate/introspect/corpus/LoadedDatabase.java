package dev.flashorm.migrate.introspect.corpus;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/** Sample databases on test servers; those of MySQL on MariaDB, from which most of them come. */
final class LoadedDatabase {
    private LoadedDatabase() {}

    static DatabaseName server(Corpus.SampleDatabase sample) {
        return switch (sample.dialect()) {
            case "postgresql" -> DatabaseName.POSTGRESQL;
            case "mysql" -> DatabaseName.MARIADB;
            default -> DatabaseName.SQLITE;
        };
    }

    static TestDatabase of(Corpus.SampleDatabase sample) throws SQLException, IOException {
        TestDatabase database = TestDatabases.create(server(sample));
        try {
            if (sample.file().isPresent()) {
                Path copy = Path.of(database.url().substring("file:".length()));
                Files.copy(sample.file().get(), copy, StandardCopyOption.REPLACE_EXISTING);
                copy.toFile().setWritable(true);
            }
            for (Path script : sample.scripts()) {
                SqlLoader.run(database, Files.readAllBytes(script));
            }
            return database;
        } catch (SQLException | IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
