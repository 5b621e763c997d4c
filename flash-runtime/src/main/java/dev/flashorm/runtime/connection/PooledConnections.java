package dev.flashorm.runtime.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import dev.flashorm.runtime.ConnectionFailure;
import dev.flashorm.runtime.Timeout;
import dev.flashorm.runtime.error.ErrorTranslator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lends the connections of a HikariCP pool. */
public final class PooledConnections implements ConnectionSource {
    private static final Logger LOG = LoggerFactory.getLogger(PooledConnections.class);

    private final HikariDataSource pool;
    private final PoolSettings settings;

    private PooledConnections(HikariDataSource pool, PoolSettings settings) {
        this.pool = pool;
        this.settings = settings;
    }

    /**
     * Connects once.
     *
     * @throws dev.flashorm.runtime.FlashException if that fails
     */
    public static PooledConnections open(PoolSettings settings, ErrorTranslator errors) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("flash");
        config.setDataSource(settings.dataSource());
        config.setMaximumPoolSize(settings.limits().size());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.limits().timeout().toMillis());
        config.setConnectionInitSql(settings.onConnect());
        if (settings.keep()) {
            config.setMaxLifetime(0);
            config.setIdleTimeout(0);
            config.setKeepaliveTime(0);
            config.setExceptionOverride(new NeverEvict());
        }
        try {
            return new PooledConnections(new HikariDataSource(config), settings);
        } catch (HikariPool.PoolInitializationException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new ConnectionFailure("No connection to " + settings.address() + ": " + reason(cause, errors), cause);
        }
    }

    private static @Nullable String reason(Throwable cause, ErrorTranslator errors) {
        if (cause instanceof SQLException thrown
                && errors.translate(thrown, null) instanceof ConnectionFailure explained) {
            return explained.getMessage();
        }
        return cause.getMessage();
    }

    @Override
    public Access accessOf(String sql) {
        return Access.WRITE;
    }

    @Override
    public Connection acquire(Access access) throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLTransientConnectionException none) {
            throw explained(none);
        } catch (SQLException failed) {
            if (pool.isClosed()) {
                throw new ConnectionFailure("This FlashDatabase was closed.", failed);
            }
            throw failed;
        }
    }

    private RuntimeException explained(SQLTransientConnectionException none) {
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        if (state != null && state.getTotalConnections() >= settings.limits().size()) {
            return new Timeout(
                    "No connection came free within "
                            + settings.limits().timeout().toSeconds() + " s: all "
                            + settings.limits().size()
                            + " of the pool are in use. Look for transactions that stay open long and for calls of the"
                            + " database's own methods inside a transaction, or raise connection_limit in the URL.",
                    none);
        }
        Throwable cause = none.getCause() == null ? none : none.getCause();
        return new ConnectionFailure("No connection to " + settings.address() + ": " + cause.getMessage(), none);
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
        if (!settings.keep()) {
            pool.evictConnection(connection);
        }
        release(connection, access);
    }

    @Override
    public void close() {
        pool.close();
    }
}
