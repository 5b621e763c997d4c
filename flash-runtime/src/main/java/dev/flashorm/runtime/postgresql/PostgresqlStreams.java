package dev.flashorm.runtime.postgresql;

import dev.flashorm.runtime.connection.StreamControl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The driver holds a few rows at a time only inside a transaction (its documentation, "Getting results based on a cursor"). */
final class PostgresqlStreams implements StreamControl {
    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void prepare(PreparedStatement statement, int rows) throws SQLException {
        statement.setFetchSize(rows);
    }

    @Override
    public void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public boolean isExclusive() {
        return false;
    }
}
