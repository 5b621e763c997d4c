package dev.flashorm.runtime.connection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lends the connections of the application's data source, and leaves that to the application to close. */
public class DataSourceConnections implements ConnectionSource {
    private static final Logger LOG = LoggerFactory.getLogger(DataSourceConnections.class);

    private final DataSource dataSource;

    public DataSourceConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Access accessOf(String sql) {
        return Access.WRITE;
    }

    @Override
    public Connection acquire(Access access) throws SQLException {
        Connection connection = dataSource.getConnection();
        if (!connection.getAutoCommit()) {
            connection.close();
            // Otherwise a single update would silently never be committed.
            throw new SQLException(
                    "The data source lends connections with auto-commit off. Flash needs it on: it begins"
                            + " and ends its transactions itself.");
        }
        return connection;
    }

    @Override
    public void release(Connection connection, Access access) {
        try {
            connection.close();
        } catch (SQLException thrown) {
            LOG.debug("A connection could not be given back", thrown);
        }
    }

    @Override
    public void discard(Connection connection, Access access) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException thrown) {
            LOG.debug("A broken connection could not be aborted", thrown);
        }
        release(connection, access);
    }

    @Override
    public void close() {
        // The data source is not ours.
    }
}
