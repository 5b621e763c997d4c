package dev.flashorm.runtime.sqlite;

import dev.flashorm.runtime.Timeout;
import dev.flashorm.runtime.connection.Access;
import dev.flashorm.runtime.connection.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * SQLite lets one connection write at a time. Its own waiting is a poll with pauses, in which an unlucky writer starves;
 * here writers queue up, before they take a connection away from the readers.
 */
final class SingleWriter implements ConnectionSource {
    private final ConnectionSource connections;
    private final Duration timeout;
    private final ReentrantLock writing = new ReentrantLock(true);

    SingleWriter(ConnectionSource connections, Duration timeout) {
        this.connections = connections;
        this.timeout = timeout;
    }

    /** A write that is taken for a query only waits in SQLite's way. */
    @Override
    public Access accessOf(String sql) {
        return switch (sql.isEmpty() ? ' ' : sql.charAt(0)) {
            case 'S', 's', 'W', 'w', 'V', 'v', 'P', 'p', 'E', 'e' -> Access.READ;
            default -> Access.WRITE;
        };
    }

    @Override
    public Connection acquire(Access access) throws SQLException {
        if (access == Access.READ) {
            return connections.acquire(access);
        }
        lock();
        boolean acquired = false;
        try {
            Connection connection = connections.acquire(access);
            acquired = true;
            return connection;
        } finally {
            if (!acquired) {
                writing.unlock();
            }
        }
    }

    private void lock() {
        if (writing.isHeldByCurrentThread()) {
            throw new Timeout(
                    "This write would wait for itself: the same thread has a transaction open, and SQLite has one writer"
                            + " at a time. Inside transaction(tx -> …) write with tx.",
                    null);
        }
        try {
            if (!writing.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Timeout(
                        "Other writers kept the SQLite database locked for " + timeout.toSeconds()
                                + " s. Look for transactions that stay open long, or raise pool_timeout in the URL.",
                        null);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Timeout("The thread was interrupted while it waited for its turn to write.", stop);
        }
    }

    @Override
    public void release(Connection connection, Access access) {
        try {
            connections.release(connection, access);
        } finally {
            if (access == Access.WRITE) {
                writing.unlock();
            }
        }
    }

    @Override
    public void discard(Connection connection, Access access) {
        try {
            connections.discard(connection, access);
        } finally {
            if (access == Access.WRITE) {
                writing.unlock();
            }
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
