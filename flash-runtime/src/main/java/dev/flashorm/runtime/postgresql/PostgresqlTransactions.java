package dev.flashorm.runtime.postgresql;

import dev.flashorm.runtime.Isolation;
import dev.flashorm.runtime.TransactionOptions;
import dev.flashorm.runtime.connection.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The driver sends {@code BEGIN} together with the first statement, so that only the commit costs a round trip. */
final class PostgresqlTransactions implements TransactionControl {
    @Override
    public void begin(Connection connection, TransactionOptions options) throws SQLException {
        connection.setAutoCommit(false);
        Isolation isolation = options.isolation();
        if (isolation == null && !options.readOnly()) {
            return;
        }
        // The session's settings would take one round trip to set and one to take back.
        String level = isolation == null ? "" : " ISOLATION LEVEL " + isolation.sql();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION" + level + (options.readOnly() ? " READ ONLY" : ""));
        }
    }

    @Override
    public void commit(Connection connection, TransactionOptions options) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback(Connection connection, TransactionOptions options) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
