package dev.flashorm.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.execute.MigrationStatus.State;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
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
                        public void step(
                                dev.flashorm.migrate.folder.Migration migration,
                                int step,
                                int total,
                                dev.flashorm.migrate.sql.Statement statement) {
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
}
