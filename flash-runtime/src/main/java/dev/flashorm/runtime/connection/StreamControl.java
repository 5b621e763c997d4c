package dev.flashorm.runtime.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How a database gives the rows of one query a few at a time, so that memory does not grow with their number. */
public interface StreamControl {
    /** Prepares a connection that is in auto-commit mode. */
    void begin(Connection connection) throws SQLException;

    /** @param rows how many the driver may hold at once */
    void prepare(PreparedStatement statement, int rows) throws SQLException;

    /** Leaves the connection as {@link #begin} found it. */
    void end(Connection connection) throws SQLException;

    /** Whether the connection takes no other statement before the rows are read or closed. */
    boolean isExclusive();
}
