package dev.flashorm.migrate.engine.sqlite;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.connect.UrlParts;
import dev.flashorm.migrate.engine.ScratchMaker;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.StepKind;
import dev.flashorm.migrate.engine.jdbc.JdbcEngine;
import dev.flashorm.migrate.engine.jdbc.JdbcSession;
import dev.flashorm.migrate.sql.Lexicon;
import dev.flashorm.migrate.sql.SqlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** SQLite. */
public final class Engine implements JdbcEngine {
    static final Lexicon LEXICON = Lexicon.of(TriggerBody::new, Lexicon.Feature.BACKTICKS, Lexicon.Feature.BRACKETS);

    @Override
    public String provider() {
        return "sqlite";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("file", "sqlite");
    }

    @Override
    public DatabaseUrl url(UrlParts parts, Path base) {
        String path = parts.path();
        if (path.startsWith("file:")) {
            path = path.substring(5);
        }
        if (path.startsWith("//")) {
            path = path.substring(2);
        }
        if (path.equals(":memory:")) {
            return new DatabaseUrl("sqlite", "jdbc:sqlite::memory:", Map.of(), path, path, Optional.empty());
        }
        Path file = base.resolve(path).normalize();
        return new DatabaseUrl("sqlite", "jdbc:sqlite:" + file, Map.of(), path, path, Optional.empty());
    }

    @Override
    public boolean exists(DatabaseUrl url) {
        return Files.exists(Path.of(url.jdbcUrl().substring("jdbc:sqlite:".length())));
    }

    @Override
    public Connection connect(DatabaseUrl url) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // As Flash's and Prisma's clients have it: a migration sees what the application sees.
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Session.READ_PATIENCE_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url.jdbcUrl());
        return source.getConnection();
    }

    @Override
    public ServerError error(SQLException thrown) {
        return ServerErrors.of(thrown);
    }

    @Override
    public Lexicon lexicon() {
        return LEXICON;
    }

    @Override
    public List<StepKind> steps(SqlFile file) {
        return StepClassifier.classify(file.statements());
    }

    @Override
    public JdbcSession session(DatabaseUrl url, Connection connection, String owner) {
        return new Session(url, connection, owner);
    }

    @Override
    public ScratchMaker scratch() {
        return new Scratch();
    }
}
