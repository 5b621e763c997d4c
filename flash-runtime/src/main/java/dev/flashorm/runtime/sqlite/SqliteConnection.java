package dev.flashorm.runtime.sqlite;

import dev.flashorm.runtime.connection.DriverDataSource;
import dev.flashorm.runtime.connection.DriverSettings;
import dev.flashorm.runtime.connection.PoolLimits;
import dev.flashorm.runtime.connection.PoolSettings;
import dev.flashorm.runtime.connection.UrlParameters;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** From a URL to a pool of connections of SQLite's driver, which keep their prepared statements. */
final class SqliteConnection {
    private static final String ARTIFACT = "org.xerial:sqlite-jdbc";
    private static final String DRIVER_SCHEME = "jdbc:sqlite:";
    private static final String MEMORY = ":memory:";

    /** What SQLite itself reads, and only of a file name that is a URI ("Uniform Resource Identifiers"). */
    private static final List<String> URI_PARAMETERS = List.of("mode", "cache", "immutable", "vfs", "nolock", "psow");

    private SqliteConnection() {}

    static PoolSettings settings(String url) {
        UrlParameters parameters = UrlParameters.parse(url);
        PoolLimits limits = PoolLimits.takenFrom(parameters);
        String path = path(url);
        boolean memory = path.isEmpty() || path.equals(MEMORY) || "memory".equals(parameters.get("mode"));
        Properties properties = choices(parameters).properties();
        String fileName = fileName(path, parameters);
        CachingDataSource connections = new CachingDataSource(DRIVER_SCHEME + fileName, fileName, properties);
        String address = memory ? "SQLite in memory" : "SQLite file " + path;
        // Each connection to memory, or to a file without a name, has a database of its own.
        return new PoolSettings(connections, address, memory ? limits.single() : limits, null, memory);
    }

    /** The part that names the file, by RFC 8089 for {@code file:}, and likewise for {@code sqlite:}. */
    private static String path(String url) {
        String rest = url.substring(0, url.indexOf('?') < 0 ? url.length() : url.indexOf('?'));
        boolean encoded = false;
        for (String scheme : List.of("jdbc:", "sqlite:", "file:")) {
            if (rest.startsWith(scheme)) {
                rest = rest.substring(scheme.length());
                encoded = scheme.equals("file:");
            }
        }
        if (rest.startsWith("//")) {
            rest = rest.substring("//".length());
        }
        return encoded ? UrlParameters.decode(rest) : rest;
    }

    /** As the driver takes it, with the parameters that are left. */
    private static String fileName(String path, UrlParameters parameters) {
        boolean uri = URI_PARAMETERS.stream().anyMatch(parameters::has);
        StringBuilder name = new StringBuilder();
        if (uri) {
            name.append("file:")
                    .append(path.replace("%", "%25").replace("#", "%23").replace("?", "%3f"));
        } else {
            name.append(path);
        }
        char separator = '?';
        for (String parameter : parameters.names()) {
            name.append(separator).append(parameter).append('=').append(parameters.get(parameter));
            separator = '&';
        }
        return name.toString();
    }

    /** Measured: see "Driver settings" of the design's page on dependencies. */
    private static DriverSettings choices(UrlParameters parameters) {
        DriverSettings settings = new DriverSettings(parameters)
                .otherwise("jdbc.get_generated_keys", "false")
                .otherwise("busy_timeout", "5000")
                .otherwise("foreign_keys", "ON");
        boolean readOnly = "ro".equals(parameters.get("mode")) || parameters.has("immutable");
        // The kind of journal is written into the file.
        return readOnly ? settings : settings.otherwise("journal_mode", "WAL").otherwise("synchronous", "NORMAL");
    }

    /** Says what is missing before anything of the driver is loaded. */
    private static final class CachingDataSource extends DriverDataSource {
        private final String url;
        private final String fileName;
        private final Properties properties;

        CachingDataSource(String url, String fileName, Properties properties) {
            super(url, properties, ARTIFACT);
            this.url = url;
            this.fileName = fileName;
            this.properties = properties;
        }

        @Override
        public Connection getConnection() throws SQLException {
            // The driver changes the properties that it is given.
            Properties own = new Properties();
            own.putAll(properties);
            return new CachingConnection(url, fileName, own);
        }
    }
}
