package dev.flashorm.benchmarks.contestant;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;

/** The pool and the driver settings that all but the naive one have. */
public final class Pools {
    private static final Map<Values, Map<String, String>> SETTINGS = Map.of(
            Values.POSTGRESQL,
            Map.of(
                    "prepareThreshold", "1",
                    "preparedStatementCacheQueries", "1024",
                    "reWriteBatchedInserts", "true",
                    "tcpKeepAlive", "true"),
            Values.MYSQL,
            Map.of(
                    "useServerPrepStmts", "true",
                    "cachePrepStmts", "true",
                    "prepStmtCacheSize", "512",
                    "prepStmtCacheSqlLimit", "65536",
                    "useLocalSessionState", "true",
                    "elideSetAutoCommits", "true",
                    "cacheServerConfiguration", "true",
                    "cacheResultSetMetadata", "true",
                    "maintainTimeStats", "false"),
            Values.SQLITE,
            Map.of(
                    "journal_mode", "WAL",
                    "synchronous", "NORMAL",
                    "busy_timeout", "5000",
                    "foreign_keys", "ON"));

    private Pools() {}

    public static HikariDataSource open(String jdbcUrl) {
        return open(jdbcUrl, Map.of());
    }

    public static HikariDataSource open(String jdbcUrl, Map<String, String> more) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        SETTINGS.getOrDefault(Values.of(jdbcUrl), Map.of()).forEach(config::addDataSourceProperty);
        more.forEach(config::addDataSourceProperty);
        return new HikariDataSource(config);
    }
}
