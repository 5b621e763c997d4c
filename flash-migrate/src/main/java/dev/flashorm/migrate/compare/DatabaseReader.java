package dev.flashorm.migrate.compare;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.connect.MigrationConnection;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.schema.diagnostic.FailureException;
import java.sql.SQLException;
import java.util.List;

/** Reads what a database holds, and changes nothing. */
public final class DatabaseReader {
    private static final String NO_DATABASE = "F5504";
    private static final String UNREADABLE = "F5507";

    private static final String READER = "flash, reading";

    private DatabaseReader() {}

    /**
     * All but the history of migrations.
     *
     * @param schemas the database schemas to read (PostgreSQL); empty for the connection's own one
     * @throws FailureException F5502 to F5506 when there is no connection to be had, F5507 when the catalog can't be read
     */
    public static DatabaseSchema read(DatabaseUrl url, List<String> schemas) {
        DatabaseEngine engine = Engines.of(url.provider());
        if (!engine.exists(url)) {
            throw FailureException.failed(NO_DATABASE, "there is no database `" + url.database() + "`")
                    .help("create it by a first migration, or correct its name in the address")
                    .build();
        }
        try (EngineSession session = MigrationConnection.open(engine, url, READER)) {
            return session.catalog(new IntrospectionScope(schemas));
        } catch (SQLException e) {
            throw FailureException.failed(UNREADABLE, "the catalog of " + url.place() + " could not be read")
                    .note(url.mask(engine.error(e).toString()))
                    .build();
        }
    }
}
