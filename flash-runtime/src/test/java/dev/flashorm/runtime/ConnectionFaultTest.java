package dev.flashorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real faults of the network, the server and the pool. */
class ConnectionFaultTest {
    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    static List<TestServer> networkServers() {
        return TestDatabases.available(DatabaseName.POSTGRESQL, DatabaseName.MYSQL, DatabaseName.MARIADB);
    }

    @ParameterizedTest
    @MethodSource("networkServers")
    void aWrongPasswordIsSaidAndNotRepeated(TestServer server) {
        try (TestDatabase scene = server.create()) {
            assertThatThrownBy(() -> FlashDatabase.connect(withCredentials(scene.url(), "nobody", "s3cr3t"))
                            .close())
                    .isInstanceOf(ConnectionFailure.class)
                    .hasMessageContaining("nobody")
                    .satisfies(thrown -> assertThat(allMessages(thrown)).doesNotContain("s3cr3t"));
        }
    }

    @ParameterizedTest
    @MethodSource("networkServers")
    void anUnknownDatabaseIsSaid(TestServer server) {
        try (TestDatabase scene = server.create()) {
            int query = scene.url().indexOf('?');
            String base = query < 0 ? scene.url() : scene.url().substring(0, query);
            String url = base.substring(0, base.lastIndexOf('/')) + "/there_is_none";
            assertThatThrownBy(() -> FlashDatabase.connect(url).close())
                    .isInstanceOf(ConnectionFailure.class)
                    .hasMessageContaining("there_is_none");
        }
    }

    @Test
    void anUnreachableHostIsSaidSoon() throws IOException {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = socket.getLocalPort();
        }
        for (String scheme : List.of("postgresql", "mysql", "mariadb")) {
            long start = System.nanoTime();
            String url = scheme + "://user:s3cr3t@127.0.0.1:" + freePort + "/app";
            assertThatThrownBy(() -> FlashDatabase.connect(url).close())
                    .isInstanceOf(ConnectionFailure.class)
                    .hasMessageContaining("127.0.0.1:" + freePort + "/app as user \"user\"")
                    .satisfies(thrown -> assertThat(allMessages(thrown)).doesNotContain("s3cr3t"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String place = "127.0.0.1:" + silent.getLocalPort() + "/app";
            for (String scheme : List.of("postgresql", "mysql")) {
                assertThatThrownBy(() -> FlashDatabase.connect(
                                        scheme + "://u@" + place + "?connect_timeout=1&socket_timeout=1")
                                .close())
                        .isInstanceOf(ConnectionFailure.class);
            }
        }
    }

    @Test
    void whatIsNoUrlOfADatabaseIsSaid() {
        for (String url : List.of("", "oracle://x", "jdbc:h2:mem:", "postgresql", "mongodb://u:s3cr3t@h/d")) {
            assertThatThrownBy(() -> FlashDatabase.connect(url).close())
                    .isInstanceOf(ConnectionFailure.class)
                    .hasMessageNotContainingAny("s3cr3t");
        }
        assertThatThrownBy(() ->
                        FlashDatabase.connect("postgresql://u:pa/ss@h:1/d").close())
                .isInstanceOf(ConnectionFailure.class)
                .hasMessageContaining("%2F")
                .hasMessageNotContainingAny("pa/ss", "ss@h");
        assertThatThrownBy(() -> FlashDatabase.connect("sqlite::memory:?connection_limit=many")
                        .close())
                .isInstanceOf(ConnectionFailure.class)
                .hasMessageContaining("connection_limit");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anExhaustedPoolIsExplained(TestServer server) {
        try (Shop shop = Shop.on(server, "connection_limit=1&pool_timeout=1")) {
            shop.database.transaction(tx -> {
                assertThatThrownBy(shop::count)
                        .isInstanceOf(Timeout.class)
                        .hasMessageContaining("all 1 of the pool are in use")
                        .hasMessageContaining("connection_limit");
                return shop.insert(tx, 1);
            });
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("networkServers")
    void aConnectionThatTheServerClosesIsReplaced(TestServer server) {
        try (Shop shop = Shop.on(server, "connection_limit=1")) {
            shop.insert(shop.session(), 1);
            assertThatThrownBy(() -> shop.database.transaction(tx -> {
                        shop.insert(tx, 2);
                        kill(shop, tx);
                        return shop.insert(tx, 3);
                    }))
                    .isInstanceOf(ConnectionFailure.class);
            assertThat(shop.count()).isEqualTo(1);
            // While it is idle: the first call after it may still meet the dead connection, the next does not.
            kill(shop, shop.session());
            Throwable first = catchThrowable(shop::count);
            assertThat(first == null || first instanceof ConnectionFailure).isTrue();
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aClosedDatabaseSaysSo(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            Session session = shop.session();
            shop.database.close();
            shop.database.close();
            assertThatThrownBy(() -> shop.database.session())
                    .isInstanceOf(ConnectionFailure.class)
                    .hasMessageContaining("closed");
            assertThatThrownBy(() -> shop.count(session))
                    .isInstanceOf(ConnectionFailure.class)
                    .hasMessageContaining("closed");
            assertThatThrownBy(() -> shop.database.transaction(tx -> 1)).isInstanceOf(ConnectionFailure.class);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void closingEndsWhatRuns(TestServer server) throws Exception {
        try (Shop shop = Shop.on(server)) {
            ExecutorService threads = Executors.newSingleThreadExecutor();
            CountDownLatch begun = new CountDownLatch(1);
            Future<Throwable> running = threads.submit(() -> catchThrowable(() -> shop.database.transaction(tx -> {
                shop.insert(tx, 1);
                begun.countDown();
                return shop.text(tx, SlowQuery.ofSeconds(shop.name()));
            })));
            begun.await();
            Thread.sleep(200);
            shop.database.close();
            assertThat(running.get(15, TimeUnit.SECONDS)).isInstanceOf(FlashException.class);
            threads.shutdownNow();
            try (FlashDatabase again = FlashDatabase.connect(shop.scene().url())) {
                assertThat(shop.count(again.session())).isZero();
            }
        }
    }

    private static void kill(Shop shop, Session session) {
        switch (shop.name()) {
            case POSTGRESQL ->
                shop.scene()
                        .execute("SELECT pg_terminate_backend(" + shop.text(session, "SELECT pg_backend_pid()") + ")");
            case MYSQL, MARIADB -> shop.scene().execute("KILL " + shop.text(session, "SELECT connection_id()"));
            case SQLITE, MONGODB -> throw new IllegalArgumentException(shop.name() + " has no server with SQL");
        }
    }

    private static String withCredentials(String url, String user, String password) {
        int start = url.indexOf("://") + 3;
        int at = url.indexOf('@', start);
        return url.substring(0, start) + user + ":" + password + "@" + url.substring(at < 0 ? start : at + 1);
    }

    private static String allMessages(Throwable thrown) {
        StringBuilder messages = new StringBuilder();
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            messages.append(at).append('\n');
        }
        return messages.toString();
    }
}
