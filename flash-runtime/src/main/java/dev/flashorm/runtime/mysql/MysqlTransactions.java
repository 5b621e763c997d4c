package dev.flashorm.runtime.mysql;

import dev.flashorm.runtime.Isolation;
import dev.flashorm.runtime.TransactionOptions;
import dev.flashorm.runtime.connection.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** {@code START TRANSACTION} takes one round trip; switching auto-commit off and on again takes two. */
final class MysqlTransactions implements TransactionControl {
    @Override
    public void begin(Connection connection, TransactionOptions options) throws SQLException {
        Isolation isolation = options.isolation();
        if (isolation != null) {
            // Without SESSION it holds for the next transaction only.
            execute(connection, "SET TRANSACTION ISOLATION LEVEL " + isolation.sql());
        }
        execute(connection, options.readOnly() ? "START TRANSACTION READ ONLY" : "START TRANSACTION");
    }

    @Override
    public void commit(Connection connection, TransactionOptions options) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection, TransactionOptions options) throws SQLException {
        execute(connection, "ROLLBACK");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
