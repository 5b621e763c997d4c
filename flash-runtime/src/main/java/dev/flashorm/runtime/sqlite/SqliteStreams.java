package dev.flashorm.runtime.sqlite;

import dev.flashorm.runtime.connection.StreamControl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The driver steps from row to row as it is asked. */
final class SqliteStreams implements StreamControl {
    @Override
    public void begin(Connection connection) {}

    @Override
    public void prepare(PreparedStatement statement, int rows) throws SQLException {
        statement.setFetchSize(rows);
    }

    @Override
    public void end(Connection connection) {}

    @Override
    public boolean isExclusive() {
        return false;
    }
}
