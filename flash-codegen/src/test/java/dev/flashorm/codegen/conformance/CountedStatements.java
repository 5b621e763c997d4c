package dev.flashorm.codegen.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Connections of a real database that count the statements prepared on them. */
final class CountedStatements implements AutoCloseable {
    private final String jdbcUrl;
    private final AtomicInteger count = new AtomicInteger();
    private final Deque<Connection> free = new ConcurrentLinkedDeque<>();
    private final Queue<Connection> all = new ConcurrentLinkedQueue<>();

    CountedStatements(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    void reset() {
        count.set(0);
    }

    int count() {
        return count.get();
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        Connection idle = free.pollFirst();
                        return counted(idle == null ? opened() : idle);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection opened() throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl);
        all.add(connection);
        if (jdbcUrl.startsWith("jdbc:sqlite:")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA foreign_keys = ON");
                statement.execute("PRAGMA busy_timeout = 5000");
            }
        }
        return connection;
    }

    /** Given back rather than closed, as a pool does it. */
    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        free.addFirst(connection);
                        return null;
                    }
                    if (method.getName().equals("prepareStatement") && !isControl((String) arguments[0])) {
                        count.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** SQLite's transactions are begun and ended by prepared statements. */
    private static boolean isControl(String sql) {
        return sql.startsWith("BEGIN") || sql.startsWith("COMMIT") || sql.startsWith("ROLLBACK");
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : all) {
            connection.close();
        }
    }
}
