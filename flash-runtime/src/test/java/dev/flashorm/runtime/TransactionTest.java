package dev.flashorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What commits, what rolls back, and what a failure leaves behind: the same on every database. */
class TransactionTest {
    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void returningCommits(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            String result = shop.database.transaction(tx -> {
                shop.insert(tx, 1);
                assertThat(shop.count(tx)).isEqualTo(1);
                return "done";
            });
            assertThat(result).isEqualTo("done");
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anyThrowableRollsBackAndComesOutAsItIs(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            for (Throwable thrown : List.of(new IllegalStateException("mine"), new StackOverflowError("mine"))) {
                assertThatThrownBy(() -> shop.database.transaction(tx -> {
                            shop.insert(tx, 1);
                            throw sneaky(thrown);
                        }))
                        .isSameAs(thrown);
                assertThat(shop.count()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anInnerFailureIsUndoneAndTheOuterGoesOn(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.database.transaction(tx -> {
                shop.insert(tx, 1);
                assertThatThrownBy(() -> tx.transaction(inner -> {
                            shop.insert(inner, 2);
                            return shop.insert(inner, 1);
                        }))
                        .isInstanceOf(UniqueViolation.class);
                return shop.insert(tx, 3);
            });
            assertThat(ids(shop)).containsExactly(1, 3);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void savepointsNestAndAnInnerExceptionOfTheApplicationUndoesOnlyTheInner(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.database.transaction(tx -> {
                shop.insert(tx, 1);
                tx.transaction(second -> {
                    shop.insert(second, 2);
                    assertThatThrownBy(() -> second.transaction(third -> {
                                shop.insert(third, 3);
                                throw new IllegalStateException("mine");
                            }))
                            .hasMessage("mine");
                    return second.transaction(third -> shop.insert(third, 4));
                });
                return 0;
            });
            assertThat(ids(shop)).containsExactly(1, 2, 4);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theOuterRollbackTakesTheInnerWithIt(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            assertThatThrownBy(() -> shop.database.transaction(tx -> {
                        tx.transaction(inner -> shop.insert(inner, 1));
                        throw new IllegalStateException("mine");
                    }))
                    .hasMessage("mine");
            assertThat(shop.count()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void afterAFailedStatementEveryOtherIsRefused(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.insert(shop.session(), 1);
            assertThatThrownBy(() -> shop.database.transaction(tx -> {
                        assertThatThrownBy(() -> shop.insert(tx, 1)).isInstanceOf(UniqueViolation.class);
                        assertThatThrownBy(() -> shop.insert(tx, 2)).isInstanceOf(TransactionUnusable.class);
                        assertThatThrownBy(() -> tx.batch("DELETE FROM customers", 1, (s, i) -> {}))
                                .isInstanceOf(TransactionUnusable.class);
                        assertThatThrownBy(() -> tx.withConnection(connection -> 1))
                                .isInstanceOf(TransactionUnusable.class);
                        assertThatThrownBy(() -> tx.transaction(inner -> 1)).isInstanceOf(TransactionUnusable.class);
                        return shop.count(tx);
                    }))
                    .isInstanceOf(TransactionUnusable.class)
                    .hasMessageContaining("exists already")
                    .hasCauseInstanceOf(UniqueViolation.class);
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSwallowedFailureIsNotCommittedInSilence(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.insert(shop.session(), 1);
            assertThatThrownBy(() -> shop.database.transaction(tx -> {
                        shop.insert(tx, 2);
                        try {
                            return shop.insert(tx, 1);
                        } catch (UniqueViolation swallowed) {
                            return 0L;
                        }
                    }))
                    .isInstanceOf(TransactionUnusable.class);
            assertThat(ids(shop)).containsExactly(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSessionDoesNotOutliveItsTransaction(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            List<Session> kept = new ArrayList<>();
            shop.database.transaction(tx -> kept.add(tx));
            assertThatThrownBy(() -> shop.insert(kept.get(0), 1))
                    .isInstanceOf(TransactionUnusable.class)
                    .hasMessageContaining("ended");
            assertThat(shop.count()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void sessionTransactionIsThatOfTheDatabase(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.session().transaction(tx -> shop.insert(tx, 1));
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void manyFailuresLeakNoConnection(TestServer server) {
        try (Shop shop = Shop.on(server, "connection_limit=2&pool_timeout=2")) {
            shop.insert(shop.session(), 1);
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> shop.insert(shop.session(), 1)).isInstanceOf(UniqueViolation.class);
                assertThatThrownBy(() -> shop.database.transaction(tx -> tx.transaction(in -> shop.insert(in, 1))))
                        .isInstanceOf(UniqueViolation.class);
                assertThatThrownBy(() -> shop.session().query("SELECT 1 FROM", Binder.NONE, rows -> 1))
                        .isInstanceOf(StatementFailure.class);
                assertThatThrownBy(() -> shop.session().query("SELECT 1", Binder.NONE, rows -> {
                            throw new IllegalStateException("reader");
                        }))
                        .hasMessage("reader");
                assertThatThrownBy(() -> shop.session().update("DELETE FROM customers WHERE id = ?", statement -> {
                            throw new IllegalStateException("binder");
                        }))
                        .hasMessage("binder");
                assertThatThrownBy(() -> shop.session().withConnection(connection -> {
                            throw new IllegalStateException("work");
                        }))
                        .hasMessage("work");
            }
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void batchesWork(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            long[] counts =
                    shop.session().batch("INSERT INTO customers (id) VALUES (?)", 1000, (s, i) -> s.setInt(1, i));
            assertThat(counts).hasSize(1000);
            assertThat(shop.count()).isEqualTo(1000);
            assertThat(shop.session().batch("INSERT INTO customers (id) VALUES (?)", 0, (s, i) -> s.setInt(1, i)))
                    .isEmpty();
            shop.database.transaction(
                    tx -> tx.batch("DELETE FROM customers WHERE id = ?", 10, (s, i) -> s.setInt(1, i)));
            assertThat(shop.count()).isEqualTo(990);
        }
    }

    private static List<Integer> ids(Shop shop) {
        return shop.session().query("SELECT id FROM customers ORDER BY id", Binder.NONE, rows -> {
            List<Integer> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        });
    }

    /** Throws what the signature does not admit. */
    private static RuntimeException sneaky(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
