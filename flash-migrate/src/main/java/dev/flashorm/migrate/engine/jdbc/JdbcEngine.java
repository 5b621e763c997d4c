package dev.flashorm.migrate.engine.jdbc;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.CreatedObject;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.sql.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database that speaks SQL. */
public interface JdbcEngine extends DatabaseEngine {
    /** Connects in bounded time; in auto-commit mode. */
    Connection connect(DatabaseUrl url) throws SQLException;

    /** @param owner who works here, for those who wait */
    JdbcSession session(DatabaseUrl url, Connection connection, String owner);

    @Override
    default EngineSession open(DatabaseUrl url, String owner) throws SQLException {
        return session(url, connect(url), owner);
    }

    @Override
    default List<CreatedObject> creations(SqlFile file) {
        return SqlCreations.of(file, lexicon());
    }
}
