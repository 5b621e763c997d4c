package dev.flashorm.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One empty database on a test server.
 *
 * @param name which kind of database it is
 * @param url as a schema file or `DATABASE_URL` has it: `postgresql://user:password@host:port/database`, `file:…`
 * @param jdbcUrl the same for {@link DriverManager}, with user and password; empty for a database without SQL
 * @param drop what {@link #close()} does
 */
public record TestDatabase(DatabaseName name, String url, String jdbcUrl, Runnable drop) implements AutoCloseable {
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl);
    }

    /** Runs statements one by one, to set a scene; not for the code under test. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        drop.run();
    }

    /** The database's name, as test reports show it. */
    @Override
    public String toString() {
        return name.id();
    }
}
