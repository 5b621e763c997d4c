package dev.flashorm.migrate.connect;

import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.schema.diagnostic.FailureException;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens the one connection that a command works on. */
public final class MigrationConnection {
    private MigrationConnection() {}

    /**
     * Connects within some ten seconds, or says why not.
     *
     * @return in auto-commit mode; the caller closes it
     * @throws FailureException F5502 unreachable, F5503 refused (user or password), F5504 no such database, F5505 not
     *     allowed, F5508 disk full, F5506 any other cause
     */
    public static Connection open(DatabaseUrl url) {
        DatabaseEngine engine = Engines.of(url.provider());
        try {
            return engine.connect(url);
        } catch (SQLException e) {
            throw ConnectFailures.of(engine, url, e);
        }
    }
}
