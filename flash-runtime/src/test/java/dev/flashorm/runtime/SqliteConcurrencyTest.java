package dev.flashorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer, many readers, nobody turned away. */
class SqliteConcurrencyTest {
    private static final int THREADS = 50;
    private static final int EACH = 20;

    @Test
    void fiftyThreadsWriteWithoutBusy() throws Exception {
        try (Shop shop = Shop.on(TestDatabases.get(DatabaseName.SQLITE))) {
            inThreads(shop, shop.database);
            assertThat(shop.count()).isEqualTo((long) THREADS * EACH);
        }
    }

    @Test
    void fiftyThreadsWriteToMemoryWithoutBusy() throws Exception {
        try (FlashDatabase database = FlashDatabase.connect("sqlite::memory:");
                Shop shop = Shop.on(TestDatabases.get(DatabaseName.SQLITE))) {
            database.session().update("CREATE TABLE customers (id integer primary key, email text)", Binder.NONE);
            inThreads(shop, database);
            assertThat(shop.count(database.session())).isEqualTo((long) THREADS * EACH);
        }
    }

    private static void inThreads(Shop shop, FlashDatabase database) throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread * EACH;
            tasks.add(() -> {
                for (int id = first; id < first + EACH; id++) {
                    int mine = id;
                    switch (id % 4) {
                        case 0 -> shop.insert(database.session(), mine);
                        case 1 ->
                            database.transaction(tx -> {
                                // Reads first: a transaction that only takes a read lock here could not write later.
                                shop.count(tx);
                                return shop.insert(tx, mine);
                            });
                        case 2 ->
                            database.session()
                                    .query(
                                            "INSERT INTO customers (id) VALUES (" + mine + ") RETURNING id",
                                            Binder.NONE,
                                            rows -> rows.next());
                        default ->
                            database.session()
                                    .batch("INSERT INTO customers (id) VALUES (?)", 1, (s, i) -> s.setInt(1, mine));
                    }
                    shop.count(database.session());
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Void> done : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aReaderDoesNotWaitForTheWriter() {
        try (Shop shop = Shop.on(TestDatabases.get(DatabaseName.SQLITE))) {
            shop.database.transaction(tx -> {
                shop.insert(tx, 1);
                assertThat(shop.count()).isZero();
                return 0;
            });
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @Test
    void aWriteBesideTheThreadsOwnTransactionIsRefusedAtOnce() {
        try (Shop shop = Shop.on(TestDatabases.get(DatabaseName.SQLITE))) {
            long start = System.nanoTime();
            shop.database.transaction(tx -> {
                assertThatThrownBy(() -> shop.insert(shop.session(), 1))
                        .isInstanceOf(Timeout.class)
                        .hasMessageContaining("write with tx");
                return shop.insert(tx, 2);
            });
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .isLessThan(3);
            assertThat(shop.count()).isEqualTo(1);
        }
    }

    @Test
    void anotherProgramsLockIsATimeout() {
        try (Shop shop = Shop.on(TestDatabases.get(DatabaseName.SQLITE));
                FlashDatabase other = FlashDatabase.connect(shop.scene().url() + "?busy_timeout=50")) {
            shop.database.transaction(tx -> {
                shop.insert(tx, 1);
                assertThatThrownBy(() -> shop.insert(other.session(), 2)).isInstanceOf(Timeout.class);
                return 0;
            });
            shop.insert(other.session(), 2);
            assertThat(shop.count()).isEqualTo(2);
        }
    }

    @Test
    void memoryIsOneDatabaseForAllCallsAndGoneAfterwards() {
        for (String url : List.of(
                "sqlite::memory:",
                "file::memory:?cache=shared",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:",
                "sqlite:some?mode=memory")) {
            for (int round = 0; round < 2; round++) {
                try (FlashDatabase database = FlashDatabase.connect(url)) {
                    Session session = database.session();
                    session.update("CREATE TABLE t (a integer)", Binder.NONE);
                    session.update("INSERT INTO t VALUES (1)", Binder.NONE);
                    assertThatThrownBy(() -> session.update("INSERT INTO nowhere VALUES (1)", Binder.NONE))
                            .isInstanceOf(StatementFailure.class);
                    assertThat(session.<Boolean>query("SELECT a FROM t", Binder.NONE, rows -> rows.next()))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void filesAreFoundByEveryFormOfUrl(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("100% my db?.sqlite".replace("?", "#"));
        String plain = file.toString();
        String encoded = plain.replace("%", "%25").replace("#", "%23").replace(" ", "%20");
        List<String> urls = List.of(
                "sqlite:" + plain, "sqlite://" + plain, "file:" + encoded, "file://" + encoded, "jdbc:sqlite:" + plain);
        for (int i = 0; i < urls.size(); i++) {
            try (FlashDatabase database = FlashDatabase.connect(urls.get(i))) {
                database.session().update("CREATE TABLE t" + i + " (a integer)", Binder.NONE);
            }
        }
        try (FlashDatabase database = FlashDatabase.connect("file:" + encoded + "?mode=ro")) {
            assertThat(database.session()
                            .<Integer>query("SELECT count(*) FROM sqlite_schema", Binder.NONE, rows -> rows.getInt(1)))
                    .isEqualTo(urls.size());
            assertThatThrownBy(() -> database.session().update("DELETE FROM t0", Binder.NONE))
                    .isInstanceOf(StatementFailure.class);
        }
        try (var files = Files.list(folder)) {
            // A read-only connection leaves SQLite's own -wal and -shm files behind.
            assertThat(files).allSatisfy(found -> assertThat(found.toString()).startsWith(plain));
        }
    }

    @Test
    void aFileThatCannotBeOpenedIsSaid(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("text.db"), "this is no database, but long enough ".repeat(100));
        for (String url : List.of("file:" + folder.resolve("missing/x.db"), "file:" + folder, "file:" + text)) {
            assertThatThrownBy(() -> FlashDatabase.connect(url).close())
                    .isInstanceOf(ConnectionFailure.class)
                    .hasMessageContaining(folder.toString());
        }
    }
}
