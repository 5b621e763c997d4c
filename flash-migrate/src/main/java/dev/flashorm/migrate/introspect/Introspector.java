package dev.flashorm.migrate.introspect;

import dev.flashorm.migrate.physical.DatabaseSchema;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the catalog of one kind of database. Implementations are stateless. */
public interface Introspector {
    /**
     * Reads all that the database holds, with a fixed number of queries whatever the number of tables, and changes
     * nothing. Tables come sorted by name, columns in their own order; the history tables of migrators are left out.
     *
     * @param connection stays open, and in the transaction that it is in
     */
    DatabaseSchema introspect(Connection connection, IntrospectionScope scope) throws SQLException;
}
