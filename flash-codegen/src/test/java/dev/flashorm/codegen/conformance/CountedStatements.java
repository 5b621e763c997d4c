package dev.flashorm.codegen.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Connections of a real database that count the statements prepared on them. */
final class CountedStatements {
    private final String jdbcUrl;
    private final AtomicInteger count = new AtomicInteger();

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
                        return counted(DriverManager.getConnection(jdbcUrl));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        count.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
