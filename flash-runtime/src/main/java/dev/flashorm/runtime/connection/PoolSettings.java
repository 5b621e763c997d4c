package dev.flashorm.runtime.connection;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How a pool is to be.
 *
 * @param dataSource of new connections
 * @param address of the database, for messages
 * @param onConnect a statement that each new connection runs
 * @param keep whether the connections are the data, as in memory: they are then never replaced
 */
public record PoolSettings(
        DataSource dataSource,
        String address,
        PoolLimits limits,
        @Nullable String onConnect,
        boolean keep) {}
