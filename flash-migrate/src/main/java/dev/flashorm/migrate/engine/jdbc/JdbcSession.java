package dev.flashorm.migrate.engine.jdbc;

import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryStore;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspector;
import dev.flashorm.migrate.physical.DatabaseSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A JDBC connection at work on migrations. */
public interface JdbcSession extends EngineSession {
    Connection connection();

    /** Reads the catalog. */
    Introspector introspector();

    @Override
    default DatabaseSchema catalog(IntrospectionScope scope) throws SQLException {
        return introspector().introspect(connection(), scope);
    }

    /** A table of ours as SQL names it, whatever the current schema is. */
    String table(String name);

    boolean tableExists(String name) throws SQLException;

    /** What follows the columns in the CREATE TABLE of a table of ours. */
    String tableOptions();

    /** The type of a column for text of any length. */
    default String longText() {
        return "TEXT";
    }

    @Override
    default HistoryStore history() {
        return new JdbcHistory(this);
    }

    @Override
    default List<HistoryEntry> adopted(Optional<String> settled) throws SQLException {
        return new PrismaHistory(this).read(settled);
    }

    @Override
    default boolean isClosed() throws SQLException {
        return connection().isClosed();
    }

    @Override
    default void close() throws SQLException {
        connection().close();
    }
}
