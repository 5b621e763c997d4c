package dev.flashorm.runtime.connection;

import java.time.Duration;

/**
 * How many connections a pool may have, and how long it lets a call wait.
 *
 * @param size connections at most
 * @param timeout how long a call waits for one of them
 */
public record PoolLimits(int size, Duration timeout) {
    /** Ten connections, ten seconds. */
    public static final PoolLimits DEFAULT = new PoolLimits(10, Duration.ofSeconds(10));

    /** Takes {@code connection_limit}, and {@code pool_timeout} in seconds, out of the URL's parameters. */
    public static PoolLimits takenFrom(UrlParameters url) {
        int size = url.takeInt("connection_limit", 1, DEFAULT.size);
        int seconds = url.takeInt("pool_timeout", 1, (int) DEFAULT.timeout.toSeconds());
        return new PoolLimits(size, Duration.ofSeconds(seconds));
    }

    /** One connection. */
    public PoolLimits single() {
        return new PoolLimits(1, timeout);
    }
}
