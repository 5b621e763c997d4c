package dev.flashorm.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a port; its databases get names that no other test run uses. */
record NetworkServer(
        DatabaseName name,
        String origin,
        ServerAddress address,
        String scheme,
        String jdbcScheme,
        String dropStatement,
        AtomicInteger created)
        implements TestServer {
    NetworkServer(
            DatabaseName name,
            String origin,
            ServerAddress address,
            String scheme,
            String jdbcScheme,
            String dropStatement) {
        this(name, origin, address, scheme, jdbcScheme, dropStatement, new AtomicInteger());
    }

    @Override
    public TestDatabase create() {
        String database = "flash_" + ProcessHandle.current().pid() + "_"
                + Long.toString(System.currentTimeMillis() & 0xFFFFFF, Character.MAX_RADIX) + "_"
                + created.incrementAndGet();
        execute("CREATE DATABASE " + database);
        return new TestDatabase(
                name,
                address.url(scheme, database),
                address.jdbcUrl(jdbcScheme, database),
                () -> execute(dropStatement.formatted(database)));
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(jdbcScheme, address.database()));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(name.id() + " (" + origin + ") refused: " + sql, e);
        }
    }

    @Override
    public String toString() {
        return name.id();
    }
}
