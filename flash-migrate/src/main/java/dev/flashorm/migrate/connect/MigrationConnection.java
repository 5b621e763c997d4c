package dev.flashorm.migrate.connect;

import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.schema.diagnostic.FailureException;
import java.sql.SQLException;

/** Opens the one connection that a command works on. */
public final class MigrationConnection {
    private MigrationConnection() {}

    /**
     * Connects within some ten seconds, or says why not.
     *
     * @param owner who works here, for those who wait
     * @return outside of a transaction; the caller closes it
     * @throws FailureException F5502 unreachable, F5503 refused (user or password), F5504 no such database, F5505 not
     *     allowed, F5508 disk full, F5506 any other cause
     */
    public static EngineSession open(DatabaseEngine engine, DatabaseUrl url, String owner) {
        try {
            return engine.open(url, owner);
        } catch (SQLException e) {
            throw ConnectFailures.of(engine, url, e);
        }
    }
}
