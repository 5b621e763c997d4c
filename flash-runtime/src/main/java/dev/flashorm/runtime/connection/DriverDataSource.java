package dev.flashorm.runtime.connection;

import dev.flashorm.runtime.ConnectionFailure;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** New connections of one JDBC driver. The password is among the properties, never in the URL. */
public class DriverDataSource implements DataSource {
    private final Driver driver;
    private final String url;
    private final Properties properties;

    /**
     * @param artifact where the driver comes from, for the message if it is missing
     * @throws ConnectionFailure if no driver on the class path takes the URL
     */
    public DriverDataSource(String url, Properties properties, String artifact) {
        try {
            this.driver = DriverManager.getDriver(url);
        } catch (SQLException none) {
            throw new ConnectionFailure(
                    "No JDBC driver on the class path takes this URL. Add " + artifact + " to the application.", none);
        }
        this.url = url;
        this.properties = properties;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not take the URL any more", "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the user is that of the URL");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("drivers log for themselves");
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The drivers' own connect time-outs are among the properties.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("drivers log for themselves");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
