package dev.flashorm.runtime.mysql;

import dev.flashorm.runtime.connection.DatabaseUrl;
import dev.flashorm.runtime.connection.DriverDataSource;
import dev.flashorm.runtime.connection.DriverSettings;
import dev.flashorm.runtime.connection.PoolLimits;
import dev.flashorm.runtime.connection.PoolSettings;
import dev.flashorm.runtime.connection.UrlParameters;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** From a URL to a pool of connections of MySQL's driver. */
final class MysqlConnection {
    private static final String ARTIFACT = "com.mysql:mysql-connector-j";
    private static final String MARIADB_ARTIFACT = "org.mariadb.jdbc:mariadb-java-client";

    private MysqlConnection() {}

    static PoolSettings settings(String url) {
        return url.startsWith("jdbc:") ? ofJdbc(url) : ofUrl(DatabaseUrl.parse(url));
    }

    private static PoolSettings ofJdbc(String url) {
        UrlParameters parameters = UrlParameters.parse(url);
        PoolLimits limits = PoolLimits.takenFrom(parameters);
        int end = url.indexOf('?');
        String address = end < 0 ? url : url.substring(0, end);
        int credentials = address.lastIndexOf('@');
        if (credentials >= 0) {
            address = "jdbc:…" + address.substring(credentials);
        }
        if (url.startsWith("jdbc:mariadb:")) {
            // Another driver, whose settings have other names.
            return pool(new DriverDataSource(url, new Properties(), MARIADB_ARTIFACT), address, limits);
        }
        Properties properties = choices(new DriverSettings(parameters)).properties();
        return pool(new DriverDataSource(url, properties, ARTIFACT), address, limits);
    }

    private static PoolSettings ofUrl(DatabaseUrl url) {
        UrlParameters parameters = url.parameters();
        PoolLimits limits = PoolLimits.takenFrom(parameters);
        DriverSettings settings = new DriverSettings(parameters).renamed("ssl-mode", "sslMode");
        seconds(parameters, "connect_timeout", "connectTimeout", settings);
        seconds(parameters, "socket_timeout", "socketTimeout", settings);
        String certificates = parameters.take("sslaccept");
        if (certificates != null) {
            settings.otherwise("sslMode", certificates.equals("strict") ? "VERIFY_IDENTITY" : "REQUIRED");
        }
        Properties properties = choices(settings).passOn().properties();
        if (url.user() != null) {
            properties.setProperty("user", url.user());
        }
        if (url.password() != null) {
            properties.setProperty("password", url.password());
        }
        String hosts = url.hosts().isEmpty() ? "localhost" : url.hosts();
        String jdbc = "jdbc:mysql://" + hosts + "/" + UrlParameters.encode(url.database());
        String product = url.scheme().equals("mariadb") ? "MariaDB" : "MySQL";
        return pool(new DriverDataSource(jdbc, properties, ARTIFACT), product + " at " + url.address(), limits);
    }

    /** The URL counts seconds, the driver milliseconds. */
    private static void seconds(UrlParameters url, String inUrl, String name, DriverSettings settings) {
        if (url.has(inUrl)) {
            int seconds = url.takeInt(inUrl, 0, 0);
            settings.otherwise(name, String.valueOf(TimeUnit.SECONDS.toMillis(seconds)));
        }
    }

    private static PoolSettings pool(DriverDataSource driver, String address, PoolLimits limits) {
        return new PoolSettings(driver, address, limits, null, false);
    }

    /** Measured: see "Driver settings" of the design's page on dependencies. */
    private static DriverSettings choices(DriverSettings settings) {
        return settings.otherwise("useServerPrepStmts", "true")
                .otherwise("cachePrepStmts", "true")
                .otherwise("prepStmtCacheSize", "512")
                .otherwise("prepStmtCacheSqlLimit", "65536")
                .otherwise("useLocalSessionState", "true")
                .otherwise("elideSetAutoCommits", "true")
                .otherwise("cacheServerConfiguration", "true")
                .otherwise("cacheResultSetMetadata", "true")
                .otherwise("maintainTimeStats", "false")
                .otherwise("connectTimeout", "10000")
                // A column without zone, and the default now() of one, then hold UTC wherever the program runs.
                .otherwise("connectionTimeZone", "UTC")
                .otherwise("forceConnectionTimeZoneToSession", "true");
    }
}
