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
 * long as finding a record by its key. A statement that is in use is not among those kept.
 */
final class CachingConnection extends JDBC4Connection {
    /** A statement takes some kilobytes. */
    private static final int CAPACITY = 256;

    private final Map<String, CachedStatement> idle = new LinkedHashMap<>(64, 0.75f, true);
    private volatile boolean closed;

    CachingConnection(String url, String fileName, Properties properties) throws SQLException {
        super(url, fileName, properties);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        CachedStatement kept = idle.remove(sql);
        if (kept != null) {
            return kept;
        }
        checkOpen();
        checkCursor(type, concurrency, holdability);
        return new CachedStatement(this, sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return prepareStatement(
                sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, ResultSet.CLOSE_CURSORS_AT_COMMIT);
    }

    /** Whether it was kept. If not, the caller frees it. */
    boolean keep(String sql, CachedStatement statement) throws SQLException {
        if (closed) {
            return false;
        }
        CachedStatement other = idle.put(sql, statement);
        if (other != null) {
            // The same SQL was open twice.
            other.free();
        } else if (idle.size() > CAPACITY) {
            removeEldest().free();
        }
        return true;
    }

    private CachedStatement removeEldest() {
        Iterator<CachedStatement> eldestFirst = idle.values().iterator();
        CachedStatement eldest = eldestFirst.next();
        eldestFirst.remove();
        return eldest;
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
