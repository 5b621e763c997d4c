package dev.flashorm.runtime.sqlite;

import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that goes back to its connection when it is closed, as it was when it was prepared. */
final class CachedStatement extends JDBC4PreparedStatement {
    /** Characters and bytes of parameters that a kept statement may hold. */
    private static final int MOST_KEPT = 65_536;

    private final CachingConnection owner;
    private boolean customised;
    private boolean kept;
    private boolean inUse = true;

    CachedStatement(CachingConnection owner, String sql) throws SQLException {
        super(owner, sql);
        this.owner = owner;
    }

    /** False if it is in use already. */
    boolean take() {
        if (inUse) {
            return false;
        }
        inUse = true;
        return true;
    }

    /** Whether it goes back to the connection when it is closed; one that does not is freed, now if nobody uses it. */
    void setKept(boolean isKept) throws SQLException {
        kept = isKept;
        if (!isKept && !inUse) {
            super.close();
        }
    }

    @Override
    public void close() throws SQLException {
        if (!inUse) {
            return;
        }
        inUse = false;
        // The driver frees the statement itself after most errors.
        if (!kept || customised || pointer.isClosed()) {
            owner.forget(sql, this);
            super.close();
            return;
        }
        rs.close();
        if (holdsMuch()) {
            clearParameters();
        }
        // This forgets the parameters too; the driver binds all of them again for each execution.
        clearBatch();
    }

    /**
     * SQLite keeps its copy of a parameter until the next one is bound. To clear small ones costs more than they take: the
     * statement may be compiled again for it ({@code sqlite3_clear_bindings} expires it).
     */
    private boolean holdsMuch() {
        if (batch == null) {
            return false;
        }
        long held = 0;
        for (Object value : batch) {
            if (value instanceof String text) {
                held += text.length();
            } else if (value instanceof byte[] bytes) {
                held += bytes.length;
            }
        }
        return held > MOST_KEPT;
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
