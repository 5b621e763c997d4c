package dev.flashorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransactionOptionsTest {
    private static final long LONG_ENOUGH_SECONDS = 30;

    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    static List<TestServer> concurrentWriters() {
        return TestDatabases.available(DatabaseName.POSTGRESQL, DatabaseName.MYSQL, DatabaseName.MARIADB);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aReadOnlyTransactionReadsAndDoesNotWrite(TestServer server) {
        try (Shop shop = Shop.on(server, "connection_limit=1")) {
            TransactionOptions readOnly = TransactionOptions.asReadOnly();
            assertThat(shop.database.<Long>transaction(readOnly, shop::count)).isZero();
            assertThatThrownBy(() -> shop.database.transaction(readOnly, tx -> shop.insert(tx, 1)))
                    .isInstanceOf(StatementFailure.class);
            // The one connection of the pool writes again.
            shop.insert(shop.session(), 1);
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentWriters")
    void theIsolationHoldsForOneTransactionOnly(TestServer server) {
        try (Shop shop = Shop.on(server, "connection_limit=1")) {
            TransactionOptions serializable = TransactionOptions.isolation(Isolation.SERIALIZABLE);
            boolean postgresql = shop.name() == DatabaseName.POSTGRESQL;
            if (postgresql) {
                assertThat(shop.database.<String>transaction(
                                serializable, tx -> shop.text(tx, "SELECT current_setting('transaction_isolation')")))
                        .isEqualTo("serializable");
                assertThat(shop.text("SELECT current_setting('transaction_isolation')"))
                        .isEqualTo("read committed");
            } else {
                // A plain read takes a lock under SERIALIZABLE, which the other connection then waits for.
                shop.insert(shop.session(), 1);
                String impatient = shop.scene().url() + "?sessionVariables=innodb_lock_wait_timeout=1";
                try (FlashDatabase other = FlashDatabase.connect(impatient)) {
                    shop.database.transaction(serializable, tx -> {
                        shop.count(tx);
                        assertThatThrownBy(() -> other.session().update("DELETE FROM customers", Binder.NONE))
                                .isInstanceOf(Timeout.class);
                        return 0;
                    });
                    shop.database.transaction(tx -> {
                        shop.count(tx);
                        return other.session().update("DELETE FROM customers", Binder.NONE);
                    });
                }
                assertThat(shop.count()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentWriters")
    void aConflictIsRetriedUntilItSucceeds(TestServer server) throws Exception {
        try (Shop shop = Shop.on(server)) {
            shop.insert(shop.session(), 1);
            shop.insert(shop.session(), 2);
            AtomicInteger runs = new AtomicInteger();
            CountDownLatch bothHoldOne = new CountDownLatch(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<?> one = threads.submit(() -> crossing(shop, 1, 2, 5, runs, bothHoldOne));
                Future<?> two = threads.submit(() -> crossing(shop, 2, 1, 5, runs, bothHoldOne));
                one.get(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS);
                two.get(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS);
            } finally {
                threads.shutdownNow();
            }
            assertThat(runs).hasValueGreaterThan(2);
            assertThat(shop.text("SELECT sum(age) FROM customers")).isEqualTo("4");
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentWriters")
    void withoutRetryAConflictComesOut(TestServer server) throws Exception {
        try (Shop shop = Shop.on(server)) {
            shop.insert(shop.session(), 1);
            shop.insert(shop.session(), 2);
            AtomicInteger runs = new AtomicInteger();
            CountDownLatch bothHoldOne = new CountDownLatch(2);
            AtomicInteger conflicts = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                for (int first = 1; first <= 2; first++) {
                    int mine = first;
                    threads.execute(() -> {
                        try {
                            crossing(shop, mine, 3 - mine, 0, runs, bothHoldOne);
                        } catch (SerializationConflict conflict) {
                            conflicts.incrementAndGet();
                        }
                    });
                }
                threads.shutdown();
                assertThat(threads.awaitTermination(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS))
                        .isTrue();
            } finally {
                threads.shutdownNow();
            }
            assertThat(conflicts).hasValue(1);
            assertThat(runs).hasValue(2);
            assertThat(shop.text("SELECT sum(age) FROM customers")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentWriters")
    void aDeadlockInsideASavepointEndsTheWholeTransaction(TestServer server) throws Exception {
        try (Shop shop = Shop.on(server)) {
            shop.insert(shop.session(), 1);
            shop.insert(shop.session(), 2);
            AtomicInteger losers = new AtomicInteger();
            CountDownLatch bothHoldOne = new CountDownLatch(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                for (int first = 1; first <= 2; first++) {
                    int mine = first;
                    threads.execute(() -> {
                        try {
                            shop.database.transaction(outer -> crossingInSavepoint(outer, mine, bothHoldOne));
                        } catch (TransactionUnusable refused) {
                            losers.incrementAndGet();
                        }
                    });
                }
                threads.shutdown();
                assertThat(threads.awaitTermination(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS))
                        .isTrue();
            } finally {
                threads.shutdownNow();
            }
            assertThat(losers).hasValue(1);
            // The loser swallowed the conflict; nothing of it was committed all the same.
            assertThat(shop.text("SELECT sum(age) FROM customers")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aStatementIsStoppedAtTheDeadline(TestServer server) {
        try (Shop shop = Shop.on(server, "connection_limit=1")) {
            long start = System.nanoTime();
            assertThatThrownBy(() ->
                            shop.database.transaction(TransactionOptions.timeout(Duration.ofMillis(300)), tx -> {
                                shop.insert(tx, 1);
                                return shop.text(tx, SlowQuery.of(shop.name()));
                            }))
                    .isInstanceOf(Timeout.class)
                    .hasMessageContaining("300 ms");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(shop.count()).isZero();
            shop.insert(shop.session(), 1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSlowApplicationIsStoppedAtItsNextStatementOrItsEnd(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            TransactionOptions brief = TransactionOptions.timeout(Duration.ofMillis(100));
            assertThatThrownBy(() -> shop.database.transaction(brief, tx -> {
                        shop.insert(tx, 1);
                        sleep(150);
                        return 0;
                    }))
                    .isInstanceOf(Timeout.class);
            assertThatThrownBy(() -> shop.database.transaction(brief, tx -> {
                        sleep(150);
                        return shop.insert(tx, 1);
                    }))
                    .isInstanceOf(Timeout.class);
            assertThat(shop.count()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsInTimeCommits(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.database.transaction(TransactionOptions.timeout(Duration.ofSeconds(20)), tx -> shop.insert(tx, 1));
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @Test
    void senselessOptionsAreRefused() {
        assertThatThrownBy(() -> TransactionOptions.retry(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TransactionOptions.timeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Two of these, crosswise, cannot both go through at once. */
    private static void crossing(
            Shop shop, int first, int second, int retries, AtomicInteger runs, CountDownLatch bothHoldOne) {
        shop.database.transaction(TransactionOptions.retry(retries), tx -> {
            runs.incrementAndGet();
            age(tx, first);
            meet(bothHoldOne);
            return age(tx, second);
        });
    }

    /** The loser swallows the conflict. */
    private static long crossingInSavepoint(Session outer, int first, CountDownLatch bothHoldOne) {
        age(outer, first);
        meet(bothHoldOne);
        try {
            return outer.transaction(inner -> age(inner, 3 - first));
        } catch (SerializationConflict swallowed) {
            return 0;
        }
    }

    private static void meet(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static long age(Session session, int id) {
        return session.update(
                "UPDATE customers SET age = coalesce(age, 0) + 1 WHERE id = ?", statement -> statement.setInt(1, id));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
