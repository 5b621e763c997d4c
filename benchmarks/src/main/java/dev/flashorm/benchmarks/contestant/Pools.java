package dev.flashorm.benchmarks.contestant;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;

/** The pool and the driver settings that all but the naive one have. */
public final class Pools {
    private static final Map<String, String> POSTGRESQL = Map.of(
            "prepareThreshold", "1",
            "preparedStatementCacheQueries", "1024",
            "reWriteBatchedInserts", "true",
            "tcpKeepAlive", "true");
    private static final Map<String, String> SQLITE = Map.of(
            "journal_mode", "WAL",
            "synchronous", "NORMAL",
            "busy_timeout", "5000",
            "foreign_keys", "ON");

    private Pools() {}

    public static HikariDataSource open(String jdbcUrl, Values values) {
        return open(jdbcUrl, values, Map.of());
    }

    static HikariDataSource open(String jdbcUrl, Values values, Map<String, String> more) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        (values == Values.SQLITE ? SQLITE : POSTGRESQL).forEach(config::addDataSourceProperty);
        more.forEach(config::addDataSourceProperty);
        return new HikariDataSource(config);
    }
}
