package dev.flashorm.runtime.postgresql;

import dev.flashorm.runtime.ConnectionFailure;
import dev.flashorm.runtime.connection.DatabaseUrl;
import dev.flashorm.runtime.connection.DriverDataSource;
import dev.flashorm.runtime.connection.DriverSettings;
import dev.flashorm.runtime.connection.PoolLimits;
import dev.flashorm.runtime.connection.PoolSettings;
import dev.flashorm.runtime.connection.UrlParameters;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** From a URL to a pool of connections of PostgreSQL's driver. */
final class PostgresqlConnection {
    private static final String ARTIFACT = "org.postgresql:postgresql";

    private PostgresqlConnection() {}

    static PoolSettings settings(String url) {
        return url.startsWith("jdbc:") ? ofJdbc(url) : ofUrl(DatabaseUrl.parse(url));
    }

    private static PoolSettings ofJdbc(String url) {
        UrlParameters parameters = UrlParameters.parse(url);
        PoolLimits limits = PoolLimits.takenFrom(parameters);
        Properties properties = choices(new DriverSettings(parameters)).properties();
        int end = url.indexOf('?');
        String address = end < 0 ? url : url.substring(0, end);
        return pool(new DriverDataSource(url, properties, ARTIFACT), address, limits, parameters);
    }

    private static PoolSettings ofUrl(DatabaseUrl url) {
        UrlParameters parameters = url.parameters();
        if (url.hosts().isEmpty() && parameters.has("host")) {
            throw new ConnectionFailure(
                    "The URL names a Unix socket, which the JDBC driver of PostgreSQL cannot open: name a host and a port.",
                    null);
        }
        PoolLimits limits = PoolLimits.takenFrom(parameters);
        DriverSettings settings = new DriverSettings(parameters)
                .renamed("schema", "currentSchema")
                .renamed("application_name", "ApplicationName")
                .renamed("connect_timeout", "connectTimeout")
                .renamed("socket_timeout", "socketTimeout")
                .renamed("channel_binding", "channelBinding")
                .renamed("statement_cache_size", "preparedStatementCacheQueries");
        if ("true".equals(parameters.take("pgbouncer"))) {
            // An old pooler gives each transaction another server session, which lacks the prepared statements.
            settings.otherwise("prepareThreshold", "0");
        }
        Properties properties = choices(settings).passOn().properties();
        if (url.user() != null) {
            properties.setProperty("user", url.user());
        }
        if (url.password() != null) {
            properties.setProperty("password", url.password());
        }
        String hosts = url.hosts().isEmpty() ? "localhost" : url.hosts();
        String jdbc = "jdbc:postgresql://" + hosts + "/" + UrlParameters.encode(url.database());
        return pool(new DriverDataSource(jdbc, properties, ARTIFACT), url.address(), limits, parameters);
    }

    private static PoolSettings pool(
            DriverDataSource driver, String address, PoolLimits limits, UrlParameters parameters) {
        // The driver tells the server the time zone of the JVM, and the default now() of a column without zone
        // would depend on the machine that writes.
        String onConnect = setsTimeZone(parameters.get("options")) ? null : "SET TIME ZONE 'UTC'";
        return new PoolSettings(driver, "PostgreSQL at " + address, limits, onConnect, false);
    }

    private static boolean setsTimeZone(@Nullable String options) {
        return options != null && options.toLowerCase(Locale.ROOT).contains("timezone");
    }

    /** Measured: see "Driver settings" of the design's page on dependencies. */
    private static DriverSettings choices(DriverSettings settings) {
        return settings.otherwise("prepareThreshold", "1")
                .otherwise("preparedStatementCacheQueries", "1024")
                .otherwise("preparedStatementCacheSizeMiB", "16")
                .otherwise("reWriteBatchedInserts", "true")
                .otherwise("tcpKeepAlive", "true")
                .otherwise("connectTimeout", "10")
                .otherwise("ApplicationName", "flash");
    }
}
