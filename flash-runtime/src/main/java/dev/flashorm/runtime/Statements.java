package dev.flashorm.runtime;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a statement is run, in and out of transactions. */
final class Statements {
    private Statements() {}

    /**
     * The driver's own rows, past those of a pool, which would take a call more for each value.
     *
     * <p>Of a query, or of a write with {@code RETURNING}: MySQL's driver refuses {@code executeQuery} for what
     * begins with {@code INSERT}, although MariaDB answers it with rows.
     */
    static ResultSet rows(PreparedStatement statement) throws SQLException {
        statement.execute();
        ResultSet rows = statement.getResultSet();
        if (rows == null) {
            throw new SQLException("The statement gives no rows; update(…) is for those");
        }
        return rows.unwrap(ResultSet.class);
    }

    /** Runs the insert of one row, and gives the number that the database gave it; 0 if it gave none. */
    static long insert(PreparedStatement statement) throws SQLException {
        statement.executeUpdate();
        try (ResultSet numbers = statement.getGeneratedKeys()) {
            return numbers.next() ? numbers.getLong(1) : 0;
        }
    }
}
