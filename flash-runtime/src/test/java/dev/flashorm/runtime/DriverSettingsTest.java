package dev.flashorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the settings arrive, as the server sees it. */
class DriverSettingsTest {
    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    static List<TestServer> mysqlAndMariadb() {
        return TestDatabases.available(DatabaseName.MYSQL, DatabaseName.MARIADB);
    }

    private static TestServer postgresql() {
        return TestDatabases.get(DatabaseName.POSTGRESQL);
    }

    private static TestServer sqlite() {
        return TestDatabases.get(DatabaseName.SQLITE);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theServerIsRecognised(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            DatabaseServer facts = shop.database.server();
            assertThat(facts.kind().name()).isEqualTo(shop.name().name());
            assertThat(facts.major()).isPositive();
            assertThat(facts.version()).isNotEmpty();
            String returning = "INSERT INTO customers (id) VALUES (1) RETURNING id";
            if (facts.insertReturning()) {
                assertThat(shop.text(returning)).isEqualTo("1");
            } else {
                assertThatThrownBy(() -> shop.text(returning)).isInstanceOf(StatementFailure.class);
            }
            String updating = "UPDATE customers SET age = 1 RETURNING id";
            if (facts.updateReturning()) {
                assertThat(shop.text(updating)).isEqualTo("1");
            } else {
                assertThatThrownBy(() -> shop.text(updating)).isInstanceOf(StatementFailure.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void asManyParametersAsTheServerSaysCanBeBound(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            int most = shop.database.server().maxParameters();
            String sql = "SELECT count(*) FROM customers WHERE id IN (?" + ", ?".repeat(most - 1) + ")";
            long found = shop.session()
                    .query(
                            sql,
                            statement -> {
                                for (int i = 1; i <= most; i++) {
                                    statement.setInt(i, i);
                                }
                            },
                            rows -> rows.next() ? rows.getLong(1) : -1);
            assertThat(found).isZero();
        }
    }

    @Test
    void postgresqlPreparesAtOnceUnderItsName() {
        try (Shop shop = Shop.on(postgresql(), "connection_limit=1")) {
            shop.count();
            assertThat(
                            shop.text(
                                    "SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT count(*) FROM customers'"))
                    .isEqualTo("1");
            assertThat(shop.text("SELECT current_setting('application_name')")).isEqualTo("flash");
            assertThat(shop.text("SELECT current_setting('TimeZone')")).isEqualTo("UTC");
        }
    }

    @Test
    void postgresqlRewritesBatches() {
        try (Shop shop = Shop.on(postgresql(), "connection_limit=1")) {
            shop.session().batch("INSERT INTO customers (id) VALUES (?)", 64, (s, i) -> s.setInt(1, i));
            assertThat(shop.text("SELECT max(length(statement)) > 400 FROM pg_prepared_statements"
                            + " WHERE statement LIKE 'INSERT%'"))
                    .isEqualTo("t");
        }
    }

    @Test
    void theUrlOfPostgresqlComesFirst() {
        try (Shop shop = Shop.on(
                postgresql(),
                "connection_limit=1&application_name=mine&prepareThreshold=0&options=-c%20TimeZone=Europe/Berlin")) {
            shop.count();
            assertThat(shop.text("SELECT count(*) FROM pg_prepared_statements")).isEqualTo("0");
            assertThat(shop.text("SELECT current_setting('application_name')")).isEqualTo("mine");
        }
        try (TestDatabase scene = postgresql().create()) {
            scene.execute("create schema other");
            try (FlashDatabase database = FlashDatabase.connect(scene.url() + "?schema=other&pgbouncer=true")) {
                assertThat(one(database, "SELECT current_schema()")).isEqualTo("other");
                assertThat(one(database, "SELECT count(*) FROM pg_prepared_statements"))
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void postgresqlHealsACachedPlanAfterAMigration() {
        try (Shop shop = Shop.on(postgresql(), "connection_limit=1")) {
            shop.insert(shop.session(), 1);
            String sql = "SELECT * FROM customers";
            assertThat(shop.text(sql)).isEqualTo("1");
            shop.scene()
                    .execute("alter table customers add column added integer", "alter table customers drop column age");
            assertThat(shop.text(sql)).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("mysqlAndMariadb")
    void mysqlKeepsServerSideStatements(TestServer server) {
        try (Shop shop = Shop.on(server, "connection_limit=1")) {
            shop.count();
            String prepared = "SHOW SESSION STATUS LIKE 'Com_stmt_prepare'";
            long before = second(shop, prepared);
            for (int i = 0; i < 5; i++) {
                shop.count();
            }
            assertThat(before).isPositive();
            assertThat(second(shop, prepared)).isEqualTo(before);
            assertThat(second(shop, "SHOW SESSION STATUS LIKE 'Com_stmt_execute'"))
                    .isGreaterThanOrEqualTo(6);
            assertThat(shop.text("SELECT @@session.time_zone")).isEqualTo("+00:00");
        }
    }

    @ParameterizedTest
    @MethodSource("mysqlAndMariadb")
    void theUrlOfMysqlComesFirst(TestServer server) {
        try (Shop shop = Shop.on(server, "useServerPrepStmts=false&connection_limit=1&connectionTimeZone=%2B02:00")) {
            shop.count();
            assertThat(second(shop, "SHOW SESSION STATUS LIKE 'Com_stmt_prepare'"))
                    .isZero();
            assertThat(shop.text("SELECT @@session.time_zone")).isEqualTo("+02:00");
        }
    }

    @Test
    void sqliteHasItsPragmas() {
        try (Shop shop = Shop.on(sqlite())) {
            assertThat(shop.text("PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(shop.text("PRAGMA synchronous")).isEqualTo("1");
            assertThat(shop.text("PRAGMA busy_timeout")).isEqualTo("5000");
            assertThat(shop.text("PRAGMA foreign_keys")).isEqualTo("1");
        }
        try (Shop shop = Shop.on(sqlite(), "journal_mode=DELETE&synchronous=FULL&busy_timeout=77&foreign_keys=OFF")) {
            assertThat(shop.text("PRAGMA journal_mode")).isEqualTo("delete");
            assertThat(shop.text("PRAGMA synchronous")).isEqualTo("2");
            assertThat(shop.text("PRAGMA busy_timeout")).isEqualTo("77");
            assertThat(shop.text("PRAGMA foreign_keys")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theDriversOwnUrlWorksToo(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            String jdbc = shop.scene().jdbcUrl();
            try (FlashDatabase database = FlashDatabase.connect(jdbc)) {
                shop.insert(database.session(), 1);
                if (shop.name() == DatabaseName.POSTGRESQL) {
                    assertThat(one(database, "SELECT current_setting('application_name')"))
                            .isEqualTo("flash");
                }
            }
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aDataSourceOfTheApplicationStaysTheApplications(TestServer server) {
        try (Shop shop = Shop.on(server);
                HikariDataSource pool = pool(shop, true)) {
            try (FlashDatabase database = FlashDatabase.of(pool, Shop.NAMES)) {
                assertThat(database.kind()).isEqualTo(shop.database.kind());
                shop.insert(database.session(), 1);
                database.transaction(tx -> tx.transaction(inner -> shop.insert(inner, 2)));
                assertThatThrownBy(() -> database.transaction(tx -> shop.insert(tx, 2)))
                        .isInstanceOf(UniqueViolation.class);
            }
            assertThat(pool.isClosed()).isFalse();
            assertThat(shop.count()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void connectionsWithoutAutoCommitAreRefused(TestServer server) {
        try (Shop shop = Shop.on(server);
                HikariDataSource pool = pool(shop, false);
                FlashDatabase database = FlashDatabase.of(pool)) {
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> shop.insert(database.session(), 1))
                        .isInstanceOf(FlashException.class)
                        .hasMessageContaining("auto-commit");
            }
        }
    }

    private static HikariDataSource pool(Shop shop, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(shop.scene().jdbcUrl());
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(1000);
        config.setAutoCommit(autoCommit);
        return new HikariDataSource(config);
    }

    private static String one(FlashDatabase database, String sql) {
        return database.session().query(sql, Binder.NONE, rows -> {
            rows.next();
            return rows.getString(1);
        });
    }

    private static long second(Shop shop, String sql) {
        return shop.session().query(sql, Binder.NONE, rows -> {
            rows.next();
            return rows.getLong(2);
        });
    }
}
