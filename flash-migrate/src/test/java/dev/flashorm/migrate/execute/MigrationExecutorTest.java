package dev.flashorm.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.execute.MigrationStatus.State;
import dev.flashorm.migrate.faults.Scene;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationExecutorTest {
    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void goesUpAndDownAndUpAgain(TestServer server) {
        try (Scene scene = new Scene(server)) {
            String first = scene.write(
                    "first", "CREATE TABLE a (id INT PRIMARY KEY);\nINSERT INTO a VALUES (1);", "DROP TABLE a;");
            String second = scene.write("second", "CREATE TABLE b (id INT PRIMARY KEY);", "DROP TABLE b;");

            assertThat(scene.executor().status().pending()).hasSize(2);
            assertThat(scene.executor().up().runs())
                    .extracting(ExecutionReport.Run::id)
                    .containsExactly(first, second);
            assertThat(scene.executor().up().runs()).isEmpty();
            assertThat(scene.executor().status().entries())
                    .extracting(MigrationStatus.Entry::state)
                    .containsExactly(State.APPLIED, State.APPLIED);
            assertThat(scene.query("SELECT id FROM a")).containsExactly("1");

            assertThat(scene.executor().down(1).runs())
                    .extracting(ExecutionReport.Run::id)
                    .containsExactly(second);
            assertThat(scene.hasTable("b")).isFalse();
            scene.executor().downTo("empty");
            assertThat(scene.hasTable("a")).isFalse();
            scene.executor().up(Optional.of("first"));
            assertThat(scene.hasTable("a")).isTrue();
            assertThat(scene.hasTable("b")).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void statusWritesNothing(TestServer server) {
        try (Scene scene = new Scene(server)) {
            scene.write("first", "CREATE TABLE a (id INT PRIMARY KEY);", "");
            scene.executor().status();
            assertThat(scene.hasTable("_flash_migrations")).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysWhatFailedAndHowFarItGot(TestServer server) throws IOException {
        try (Scene scene = new Scene(server)) {
            String id = scene.write("third fails", """
                    -- two good ones
                    CREATE TABLE a (id INT PRIMARY KEY);
                    CREATE TABLE b (id INT PRIMARY KEY);

                      INSERT INTO nowhere VALUES (1);
                    CREATE TABLE c (id INT PRIMARY KEY);
                    """, "DROP TABLE c; DROP TABLE b; DROP TABLE a;");
            FailureException failure = scene.failure(() -> scene.executor().up());
            assertThat(failure.code()).isEqualTo("F5310");
            assertThat(failure.kind()).isEqualTo(Kind.FAILED);
            assertThat(failure).hasMessageContaining("statement 3 of 4");
            assertThat(failure.where().orElseThrow().toString()).startsWith("migrations/" + id + "/up.sql:5:");
            assertThat(failure.notes().get(0)).contains("nowhere");
            assertThat(failure.nextCommand()).contains("flash migrate up");
            if (scene.isTransactional()) {
                assertThat(failure.notes().get(1)).startsWith("rolled back: the database is as it was");
                assertThat(scene.hasTable("a")).isFalse();
            } else {
                assertThat(failure.notes().get(1)).contains("statements 1 to 2 of 4 are done and stay");
                assertThat(scene.hasTable("b")).isTrue();
                MigrationStatus.Entry entry =
                        scene.executor().status().entries().get(0);
                assertThat(entry.state()).isEqualTo(State.PARTLY_APPLIED);
                assertThat(entry.stepsDone()).isEqualTo(2);
            }
            Files.writeString(
                    scene.up(id), Files.readString(scene.up(id)).replace("INSERT INTO nowhere", "INSERT INTO a"));
            scene.executor().up();
            assertThat(scene.query("SELECT id FROM a")).containsExactly("1");
            assertThat(scene.hasTable("c")).isTrue();
            assertThat(scene.executor().status().problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void refusesEditedMissingAndOutOfOrder(TestServer server) throws IOException {
        try (Scene scene = new Scene(server)) {
            String first = scene.write("first", "CREATE TABLE a (id INT PRIMARY KEY);", "DROP TABLE a;");
            String second = scene.write("second", "CREATE TABLE b (id INT PRIMARY KEY);", "DROP TABLE b;");
            scene.executor().up();

            String text = Files.readString(scene.up(first));
            Files.writeString(scene.up(first), "-- a comment\r\n" + text + "\r\n");
            assertThat(scene.executor().status().problems()).isEmpty();
            assertThat(scene.executor().status().notices())
                    .singleElement()
                    .asString()
                    .contains("comments");

            Files.writeString(scene.up(first), text.replace("INT", "BIGINT"));
            FailureException edited = scene.failure(() -> scene.executor().up());
            assertThat(edited.code()).isEqualTo("F5420");
            assertThat(edited.where().orElseThrow().toString()).isEqualTo("migrations/" + first + "/up.sql:1:1");
            Files.writeString(scene.up(first), text);

            scene.database.execute("DELETE FROM _flash_migrations WHERE id = '" + first + "'");
            assertThat(scene.failure(() -> scene.executor().up()).code()).isEqualTo("F5422");

            for (String file : List.of("up.sql", "down.sql", "schema.flash", "migration.toml")) {
                Files.delete(scene.folder.resolve(second).resolve(file));
            }
            Files.delete(scene.folder.resolve(second));
            assertThat(scene.failure(() -> scene.executor().up()).code()).isEqualTo("F5421");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void fiveRunnersAtOnceRunEachMigrationOnce(TestServer server) throws Exception {
        try (Scene scene = new Scene(server)) {
            for (int i = 0; i < 4; i++) {
                scene.write(
                        "m" + i,
                        "CREATE TABLE t" + i + " (id INT PRIMARY KEY);\nINSERT INTO t" + i + " VALUES (1);",
                        "DROP TABLE t" + i + ";");
            }
            ExecutorService threads = Executors.newFixedThreadPool(5);
            AtomicInteger runs = new AtomicInteger();
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                work.add(() -> runs.addAndGet(scene.executor().up().runs().size()));
            }
            for (Future<Integer> future : threads.invokeAll(work)) {
                future.get();
            }
            threads.shutdown();
            assertThat(runs).hasValue(4);
            assertThat(scene.query("SELECT count(*) FROM _flash_migrations")).containsExactly("4");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void namesTheOwnerOfTheLock(TestServer server) throws Exception {
        try (Scene scene = new Scene(server)) {
            scene.write("first", "CREATE TABLE a (id INT PRIMARY KEY);\nINSERT INTO a VALUES (1);", "");
            List<FailureException> seen = new ArrayList<>();
            scene.executor(ExecutorOptions.defaults("test").withListener(new ExecutionListener() {
                        @Override
                        public void step(Migration migration, int step, int total, Statement statement) {
                            seen.add(scene.failure(
                                    () -> scene.executor(scene.impatient()).up()));
                        }

                        @Override
                        public void notice(String text) {}
                    }))
                    .up();
            assertThat(seen).isNotEmpty().allSatisfy(failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.LOCKED);
                assertThat(failure.code()).isEqualTo("F5510");
                assertThat(failure)
                        .hasMessageContaining("pid " + ProcessHandle.current().pid());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void stopsBetweenStatements(TestServer server) {
        try (Scene scene = new Scene(server)) {
            scene.write("first", "CREATE TABLE a (id INT PRIMARY KEY);\nCREATE TABLE b (id INT PRIMARY KEY);", "");
            AtomicInteger asked = new AtomicInteger();
            FailureException failure = scene.failure(() -> scene.executor(
                            ExecutorOptions.defaults("test").withStop(() -> asked.incrementAndGet() > 1))
                    .up());
            assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(scene.hasTable("a")).isEqualTo(!scene.isTransactional());
            scene.executor().up();
            assertThat(scene.hasTable("b")).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void adoptsPrismasHistory(TestServer server) throws IOException {
        try (Scene scene = new Scene(server)) {
            Files.createDirectories(scene.folder.resolve("20240101000000_a"));
            Files.writeString(scene.folder.resolve("20240101000000_a/migration.sql"), "CREATE TABLE p (id INT);");
            scene.database.execute(
                    "CREATE TABLE p (id INT)",
                    "CREATE TABLE _prisma_migrations (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL,"
                            + " finished_at TIMESTAMP NULL, migration_name VARCHAR(255) NOT NULL, logs TEXT,"
                            + " rolled_back_at TIMESTAMP NULL, started_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,"
                            + " applied_steps_count INTEGER NOT NULL DEFAULT 0)",
                    "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)"
                            + " VALUES ('x', '"
                            + scene.open().migrations().get(0).checksum()
                            + "', CURRENT_TIMESTAMP, '20240101000000_a', 1)");
            assertThat(scene.executor().status().pending()).isEmpty();
            String next = scene.write("next", "CREATE TABLE q (id INT);", "");
            assertThat(scene.executor().up().runs())
                    .extracting(ExecutionReport.Run::id)
                    .containsExactly(next);
            assertThat(scene.query("SELECT count(*) FROM _flash_migrations")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void keepsLongAndHostileTextAsItIs(TestServer server) {
        try (Scene scene = new Scene(server)) {
            boolean mysql = scene.database.name().provider().equals("mysql");
            String value = "{d '2020-01-01'} ? :x ; -- /* \u00e9 \ud83d\ude80 " + (mysql ? "\\\\" : "\\");
            scene.write(
                    "first",
                    "CREATE TABLE a (id INT PRIMARY KEY, t VARCHAR(200));\r\nINSERT INTO a VALUES (1, '"
                            + value.replace("'", "''") + "');",
                    "");
            scene.executor().up();
            assertThat(scene.query("SELECT t FROM a")).containsExactly(value.replace("\\\\", "\\"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void refusesTransactionControlBeforeAnythingRuns(TestServer server) {
        try (Scene scene = new Scene(server)) {
            scene.write("first", "CREATE TABLE a (id INT); COMMIT; CREATE TABLE b (id INT);", "");
            assertThat(scene.failure(() -> scene.executor().up()).code()).isEqualTo("F5302");
            assertThat(scene.hasTable("a")).isFalse();
        }
        try (Scene scene = new Scene(server)) {
            scene.write("first", "BEGIN; CREATE TABLE a (id INT); COMMIT;", "");
            scene.executor().up();
            assertThat(scene.hasTable("a")).isTrue();
        }
    }

    @Test
    void sqliteChecksForeignKeysBeforeItCommits() {
        try (Scene scene = new Scene(TestDatabases.get(DatabaseName.SQLITE))) {
            scene.write(
                    "first",
                    "CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1), (2);"
                            + " CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p (id) ON DELETE CASCADE);"
                            + " INSERT INTO c VALUES (7, 1), (8, 2);",
                    "");
            scene.write(
                    "rebuild",
                    "CREATE TABLE before (id INT);\nPRAGMA foreign_keys=OFF;\nCREATE TABLE new_p (id INTEGER PRIMARY KEY,"
                            + " n INT);\nINSERT INTO new_p SELECT id, 0 FROM p;\nDROP TABLE p;\nALTER TABLE new_p RENAME TO"
                            + " p;\nPRAGMA foreign_keys=ON;",
                    "");
            String bad = scene.write(
                    "bad", "PRAGMA foreign_keys=OFF;\nDELETE FROM p WHERE id = 2;\nPRAGMA foreign_keys=ON;", "");
            FailureException failure = scene.failure(() -> scene.executor().up());
            assertThat(failure.code()).isEqualTo("F5312");
            assertThat(failure.notes()).contains("row 8 of `c` to `p`");
            assertThat(scene.query("SELECT count(*) FROM c")).containsExactly("2");
            assertThat(scene.query("SELECT count(n) FROM p")).containsExactly("2");
            assertThat(scene.executor().status().pending())
                    .extracting(MigrationStatus.Entry::id)
                    .containsExactly(bad);
        }
    }

    @Test
    void postgresqlRunsConcurrentStepsByThemselves() throws IOException {
        try (Scene scene = new Scene(TestDatabases.get(DatabaseName.POSTGRESQL))) {
            String id = scene.write(
                    "first",
                    "CREATE TYPE e AS ENUM ('a');\nCREATE TABLE t (id INT, e e);\nINSERT INTO t VALUES (1, 'a'), (1, 'a');\n"
                            + "ALTER TYPE e ADD VALUE 'b';\nINSERT INTO t VALUES (2, 'b');\n"
                            + "CREATE UNIQUE INDEX CONCURRENTLY i ON t (id);\nCREATE TABLE u (id INT);",
                    "");
            FailureException failure = scene.failure(() -> scene.executor().up());
            assertThat(failure).hasMessageContaining("statement 6 of 7");
            assertThat(failure.notes().get(1)).contains("1 to 5 of 7 are done").contains("changed nothing");
            assertThat(scene.query("SELECT count(*) FROM pg_class WHERE relname = 'i'"))
                    .containsExactly("0");
            Files.writeString(scene.up(id), Files.readString(scene.up(id)).replace("UNIQUE INDEX", "INDEX"));
            assertThat(scene.executor().up().runs().get(0).resumedAt()).isEqualTo(6);
            assertThat(scene.hasTable("u")).isTrue();
            Files.writeString(scene.up(id), Files.readString(scene.up(id)).replace("t (id INT, e e)", "t (id INT)"));
            assertThat(scene.failure(() -> scene.executor().up()).code()).isEqualTo("F5420");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void recordsABaselineAndCorrections(TestServer server) {
        try (Scene scene = new Scene(server)) {
            String first = scene.write("first", "CREATE TABLE a (id INT);", "");
            String second = scene.write("second", "CREATE TABLE b (id INT);", "");
            HistoryResolver resolver = new HistoryResolver(scene.url(), scene.open(), ExecutorOptions.defaults("test"));
            assertThat(resolver.baseline(Optional.of("first"))).containsExactly(first);
            assertThat(scene.failure(() -> resolver.baseline(Optional.empty())).code())
                    .isEqualTo("F5332");
            assertThat(scene.hasTable("a")).isFalse();
            resolver.applied(second);
            assertThat(scene.executor().up().runs()).isEmpty();
            assertThat(scene.failure(() -> resolver.step(second, true)).code()).isEqualTo("F5331");
            resolver.pending(second);
            scene.executor().up();
            assertThat(scene.hasTable("b")).isTrue();
        }
    }
}
