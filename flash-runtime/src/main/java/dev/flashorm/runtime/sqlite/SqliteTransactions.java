package dev.flashorm.runtime.sqlite;

import dev.flashorm.runtime.TransactionOptions;
import dev.flashorm.runtime.connection.TransactionControl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A transaction that may write takes the write lock at once: one that reads first and writes later fails with
 * {@code SQLITE_BUSY} if another one wrote in between, however long it may wait. See "Isolation In SQLite" of the manual.
 */
final class SqliteTransactions implements TransactionControl {
    @Override
    public void begin(Connection connection, TransactionOptions options) throws SQLException {
        if (options.readOnly()) {
            execute(connection, "PRAGMA query_only=1");
            execute(connection, "BEGIN");
        } else {
            execute(connection, "BEGIN IMMEDIATE");
        }
    }

    @Override
    public void commit(Connection connection, TransactionOptions options) throws SQLException {
        execute(connection, "COMMIT");
        end(connection, options);
    }

    @Override
    public void rollback(Connection connection, TransactionOptions options) throws SQLException {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException thrown) {
            // A full disk, an interrupt and some more make SQLite roll back by itself.
            if (!SqliteErrors.saysNoTransaction(thrown)) {
                throw thrown;
            }
        }
        end(connection, options);
    }

    private static void end(Connection connection, TransactionOptions options) throws SQLException {
        if (options.readOnly()) {
            execute(connection, "PRAGMA query_only=0");
        }
    }

    /** Prepared, because the connection keeps its prepared statements. */
    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
