package dev.flashorm.migrate.engine.jdbc;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.migrate.engine.ScratchMaker;
import dev.flashorm.schema.diagnostic.FailureException;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that speaks SQL. */
public interface JdbcEngine extends DatabaseEngine {
    /**
     * The engine of a provider that runs SQL.
     *
     * @throws FailureException F5509 for a database without SQL
     */
    static JdbcEngine of(String provider) {
        if (Engines.of(provider) instanceof JdbcEngine engine) {
            return engine;
        }
        throw FailureException.failed("F5509", "this is not there for the provider `" + provider + "`")
                .note("it tries SQL out in a scratch database, or looks for what SQL files make")
                .build();
    }

    /** Connects in bounded time; in auto-commit mode. */
    Connection connect(DatabaseUrl url) throws SQLException;

    /** @param owner who works here, for those who wait */
    JdbcSession session(DatabaseUrl url, Connection connection, String owner);

    /** Makes databases to try things out in. */
    ScratchMaker scratch();

    @Override
    default EngineSession open(DatabaseUrl url, String owner) throws SQLException {
        return session(url, connect(url), owner);
    }
}
