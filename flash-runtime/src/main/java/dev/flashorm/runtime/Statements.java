package dev.flashorm.runtime;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a statement is run, in and out of transactions. */
final class Statements {
    private Statements() {}

    /**
     * The rows of a query, or of a write with {@code RETURNING}: MySQL's driver refuses {@code executeQuery} for what
     * begins with {@code INSERT}, although MariaDB answers it with rows.
     */
    static ResultSet rows(PreparedStatement statement) throws SQLException {
        statement.execute();
        ResultSet rows = statement.getResultSet();
        if (rows == null) {
            throw new SQLException("The statement gives no rows; update(…) is for those");
        }
        return rows;
    }
}
