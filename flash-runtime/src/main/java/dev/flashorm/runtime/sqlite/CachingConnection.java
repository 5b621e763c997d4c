package dev.flashorm.runtime.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * Keeps the statements that were prepared last: the driver itself compiles the SQL again each time, which takes twice as
 * long as finding a record by its key. While a kept
 * statement is in use, the same SQL gets another one, which is freed when it is closed.
 */
final class CachingConnection extends JDBC4Connection {
    /** A statement takes some kilobytes. */
    private static final int CAPACITY = 256;

    private final Map<String, CachedStatement> kept = new LinkedHashMap<>(64, 0.75f, true);
    private volatile boolean closed;

    CachingConnection(String url, String fileName, Properties properties) throws SQLException {
        super(url, fileName, properties);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        CachedStatement known = kept.get(sql);
        if (known != null && known.take()) {
            return known;
        }
        checkOpen();
        checkCursor(type, concurrency, holdability);
        CachedStatement statement = new CachedStatement(this, sql);
        if (known == null) {
            keep(sql, statement);
        }
        return statement;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return prepareStatement(
                sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, ResultSet.CLOSE_CURSORS_AT_COMMIT);
    }

    private void keep(String sql, CachedStatement statement) throws SQLException {
        statement.setKept(true);
        kept.put(sql, statement);
        if (kept.size() > CAPACITY) {
            Iterator<CachedStatement> eldestFirst = kept.values().iterator();
            CachedStatement eldest = eldestFirst.next();
            eldestFirst.remove();
            eldest.setKept(false);
        }
    }

    /** For a statement that cannot be used again. */
    void forget(String sql, CachedStatement statement) {
        if (!closed) {
            kept.remove(sql, statement);
        }
    }

    /** A running statement ends with an error; otherwise closing would wait for it. */
    @Override
    public void abort(Executor executor) throws SQLException {
        closed = true;
        getDatabase().interrupt();
        super.abort(executor);
    }

    /** May come from another thread, if the pool is closed while a statement runs. The driver frees the statements. */
    @Override
    public void close() throws SQLException {
        closed = true;
        super.close();
    }
}
