package dev.flashorm.runtime.sqlite;

import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that goes back to its connection when it is closed, as it was when it was prepared. */
final class CachedStatement extends JDBC4PreparedStatement {
    private final CachingConnection owner;
    private boolean customised;

    CachedStatement(CachingConnection owner, String sql) throws SQLException {
        super(owner, sql);
        this.owner = owner;
    }

    @Override
    public void close() throws SQLException {
        // The driver frees the statement itself after most errors.
        if (customised || pointer.isClosed()) {
            free();
            return;
        }
        rs.close();
        clearParameters();
        clearBatch();
        if (!owner.keep(sql, this)) {
            free();
        }
    }

    void free() throws SQLException {
        super.close();
    }

    @Override
    public void setMaxRows(int rows) throws SQLException {
        customised = true;
        super.setMaxRows(rows);
    }

    @Override
    public void setLargeMaxRows(long rows) throws SQLException {
        customised = true;
        super.setLargeMaxRows(rows);
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        customised = true;
        super.setQueryTimeout(seconds);
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        customised = true;
        super.closeOnCompletion();
    }
}
