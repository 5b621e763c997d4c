package dev.flashorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashorm.runtime.connection.CopiedRows;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Wrapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Rows that are sent as a stream, and tables that take none. */
class CopyTest {
    private static final String CUSTOMERS = "\"customers\"";
    private static final String COLUMNS = "\"id\", \"email\"";

    static List<TestServer> servers() {
        return TestDatabases.available(DatabaseName.POSTGRESQL);
    }

    static List<TestServer> others() {
        return TestDatabases.available(DatabaseName.SQLITE, DatabaseName.MARIADB, DatabaseName.MYSQL);
    }

    private static String statement(Session session, String table, String columns) {
        String sql = session.copyStatement(table, columns);
        assertThat(sql).isNotNull();
        return String.valueOf(sql);
    }

    private static CopiedRows customers(int from, int to) {
        return sink -> {
            for (int id = from; id < to; id++) {
                sink.value(String.valueOf(id));
                sink.value(id + "@x.io");
                sink.endRow();
            }
        };
    }

    private static long copy(Session session, int from, int to) {
        return session.copy(statement(session, CUSTOMERS, COLUMNS), customers(from, to));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anyTextComesOutAsItWentIn(TestServer server) {
        List<String> texts = List.of(
                "",
                "\\N",
                "\\.",
                "\\",
                "a\tb\nc\rd\\t\\n",
                "\\x41",
                "\b\f\u000b\u0001\u007f",
                "é😀\u2028\ufeff",
                "NULL",
                "'\"$1;--",
                "x".repeat(200_000) + "\\".repeat(200_000));
        try (Shop shop = Shop.on(server)) {
            shop.session().update("create table texts (id integer, \"a \"\"b\"\"\" text)", Binder.NONE);
            long count = shop.database.transaction(tx ->
                    tx.copy(statement(tx, "\"texts\"", "\"a \"\"b\"\"\", \"id\""), sink -> {
                        for (int i = 0; i < texts.size(); i++) {
                            sink.value(texts.get(i));
                            sink.value(String.valueOf(i));
                            sink.endRow();
                        }
                        sink.value(null);
                        sink.value(null);
                        sink.endRow();
                    }));
            assertThat(count).isEqualTo(texts.size() + 1);
            List<String> found = shop.session()
                    .query("select \"a \"\"b\"\"\" from texts order by id nulls last", Binder.NONE, rows -> {
                        List<String> all = new ArrayList<>();
                        while (rows.next()) {
                            all.add(rows.getString(1));
                        }
                        return all;
                    });
            assertThat(found).startsWith(texts.toArray(String[]::new)).endsWith((String) null);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aViolationIsThatOfAnInsert(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.insert(shop.session(), 1_500);
            assertThatThrownBy(() -> shop.database.transaction(tx -> {
                        assertThatThrownBy(() -> copy(tx, 1, 3_000)).isInstanceOf(UniqueViolation.class);
                        return shop.count(tx);
                    }))
                    .isInstanceOf(TransactionUnusable.class);
            shop.database.transaction(tx -> {
                assertThatThrownBy(() -> tx.transaction(inner -> copy(inner, 1, 3_000)))
                        .isInstanceOfSatisfying(UniqueViolation.class, violation -> {
                            assertThat(violation.model()).isEqualTo("Customer");
                            assertThat(violation.fields()).containsExactly("id");
                        });
                return copy(tx, 2_000, 3_000);
            });
            assertThat(shop.count()).isEqualTo(1_001);
        }
    }

    /** The connection, of which there is one, is there for others afterwards. */
    @ParameterizedTest
    @MethodSource("servers")
    void rowsThatFailToComeEndTheTransaction(TestServer server) {
        try (Shop shop = Shop.on(server, "connection_limit=1&pool_timeout=2")) {
            assertThatThrownBy(() -> shop.database.transaction(tx ->
                            tx.together(inside -> inside.copy(statement(inside, CUSTOMERS, COLUMNS), sink -> {
                                customers(1, 10_000).writeTo(sink);
                                throw new IllegalStateException("mine");
                            }))))
                    .hasMessage("mine");
            assertThat(shop.count()).isZero();
            assertThat(shop.database.<Long>transaction(tx -> copy(tx, 1, 10_000)))
                    .isEqualTo(9_999);
        }
    }

    /** It waits for a row of another transaction. */
    @ParameterizedTest
    @MethodSource("servers")
    void aTimeOutStopsIt(TestServer server) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Shop shop = Shop.on(server)) {
            CountDownLatch inserted = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            var waiting = other.submit(() -> shop.database.transaction(tx -> {
                shop.insert(tx, 1_500);
                inserted.countDown();
                return await(over);
            }));
            try {
                await(inserted);
                TransactionOptions options = TransactionOptions.timeout(Duration.ofMillis(300));
                assertThatThrownBy(() -> shop.database.transaction(options, tx -> copy(tx, 1, 3_000)))
                        .isInstanceOf(Timeout.class)
                        .hasMessageContaining("300 ms");
            } finally {
                over.countDown();
            }
            waiting.get(1, TimeUnit.MINUTES);
            assertThat(shop.count()).isEqualTo(1);
        } finally {
            other.shutdownNow();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void listenersAreToldOfIt(TestServer server) {
        List<StatementEvent> events = new ArrayList<>();
        try (Shop shop = Shop.on(server);
                StatementListener.Subscription listening = shop.database.listen(events::add)) {
            assertThat(listening).isNotNull();
            shop.database.transaction(tx -> copy(tx, 1, 1_001));
            assertThatThrownBy(() -> shop.database.transaction(tx -> copy(tx, 1_000, 2_000)))
                    .isInstanceOf(UniqueViolation.class);
            assertThat(events).extracting(StatementEvent::sql).allMatch(sql -> sql.startsWith("COPY \"customers\" ("));
            assertThat(events).extracting(StatementEvent::rows).containsExactly(1_000L, -1L);
            assertThat(events.get(1).failure()).isInstanceOf(UniqueViolation.class);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatCopyWouldDoOtherwiseIsLeftToInserts(TestServer server) {
        String role = "copies_" + UUID.randomUUID().toString().replace("-", "");
        try (Shop shop = Shop.on(server)) {
            shop.scene()
                    .execute(
                            "create table always (id integer generated always as identity, email text)",
                            "create view looked as select id, email from customers",
                            "create table ruled (id integer, email text)",
                            "create rule also as on insert to ruled do also insert into orders values (new.id, new.id)",
                            "create table parts (id integer, email text) partition by range (id)",
                            "create table part partition of parts for values from (0) to (100)",
                            "create role " + role,
                            "grant all on customers to " + role,
                            "alter table customers enable row level security",
                            "create policy anything on customers using (true)");
            shop.database.transaction(tx -> {
                assertThat(tx.copyStatement("\"always\"", COLUMNS)).isNull();
                assertThat(tx.copyStatement("\"always\"", "\"email\"")).isNotNull();
                assertThat(tx.copyStatement("\"looked\"", COLUMNS)).isNull();
                assertThat(tx.copyStatement("\"ruled\"", COLUMNS)).isNull();
                assertThat(tx.copyStatement("\"nowhere\"", COLUMNS)).isNull();
                assertThat(tx.copyStatement("\"parts\"", COLUMNS)).isNotNull();
                assertThat(tx.copyStatement(CUSTOMERS, COLUMNS)).isNotNull();
                tx.update("set local role " + role, Binder.NONE);
                assertThat(tx.copyStatement(CUSTOMERS, COLUMNS)).isNull();
                return shop.insert(tx, 1);
            });
            shop.scene().execute("drop owned by " + role, "drop role " + role);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aPoolThatHidesTheDriverGetsInserts(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            PGSimpleDataSource driver = new PGSimpleDataSource();
            driver.setUrl(shop.scene().jdbcUrl());
            FlashDatabase open = FlashDatabase.of(driver);
            assertThat(open.<Long>transaction(tx -> copy(tx, 1, 1_001))).isEqualTo(1_000);
            FlashDatabase hidden = FlashDatabase.of(hiding(driver));
            assertThat(hidden.<Boolean>transaction(tx -> tx.copyStatement(CUSTOMERS, COLUMNS) == null))
                    .isTrue();
            assertThat(shop.count(hidden.session())).isEqualTo(1_000);
        }
    }

    private static DataSource hiding(DataSource pool) {
        return hiding(DataSource.class, pool);
    }

    private static <T> T hiding(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                CopyTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass().equals(Wrapper.class)) {
                        Class<?> wanted = (Class<?>) arguments[0];
                        return method.getName().equals("unwrap") ? wanted.cast(proxy) : wanted.isInstance(proxy);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection ? hiding(Connection.class, connection) : result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherDatabasesHaveInsertsOnly(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            assertThat(shop.database.<Boolean>transaction(tx -> tx.copyStatement("customers", "id") == null))
                    .isTrue();
        }
    }
}
