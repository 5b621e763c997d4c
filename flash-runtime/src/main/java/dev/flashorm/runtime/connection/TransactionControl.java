package dev.flashorm.runtime.connection;

import dev.flashorm.runtime.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;

/** Begins and ends transactions in the cheapest way that the database has, and leaves the connection as it was lent. */
public interface TransactionControl {
    void begin(Connection connection, TransactionOptions options) throws SQLException;

    /** If it throws, {@link #rollback} is still due. */
    void commit(Connection connection, TransactionOptions options) throws SQLException;

    void rollback(Connection connection, TransactionOptions options) throws SQLException;
}
