package dev.flashorm.migrate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.execute.MigrationStatus.Entry;
import dev.flashorm.migrate.faults.CuttingProxy.Cut;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
    private static final boolean LONG = "long".equals(System.getProperty("flash.faults"));
    private static final FaultTable TABLE = new FaultTable();

    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    static List<TestServer> remoteServers() {
        return TestDatabases.available(DatabaseName.POSTGRESQL, DatabaseName.MARIADB, DatabaseName.MYSQL);
    }

    @AfterAll
    static void print() throws IOException {
        System.out.println(TABLE.text());
        TABLE.write(LONG);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void killed(TestServer server) throws Exception {
        int[][] moments = LONG
                ? new int[][] {
                    {1, 0}, {2, 0}, {3, 0}, {3, 300}, {3, 600}, {4, 0}, {5, 0}, {5, 300}, {5, 600}, {6, 0}, {7, 0}
                }
                : new int[][] {{3, 200}, {5, 0}, {7, 0}};
        for (int[] moment : moments) {
            try (Scene scene = scene(server)) {
                Process child = child(scene);
                try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                    String line = out.readLine();
                    while (line != null && !line.equals("step " + moment[0])) {
                        line = out.readLine();
                    }
                    assertThat(line).isNotNull();
                    Thread.sleep(moment[1]);
                    child.destroyForcibly();
                    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
                }
                judge("kill -9", scene, null);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("remoteServers")
    void losesTheAnswerOfCommit(TestServer server) throws IOException {
        throughProxy("answer of COMMIT lost", server, packet -> packet.contains("COMMIT") ? Cut.AFTER : Cut.PASS);
        throughProxy("COMMIT lost", server, packet -> packet.contains("COMMIT") ? Cut.BEFORE : Cut.PASS);
    }

    @ParameterizedTest
    @MethodSource("remoteServers")
    void losesTheConnectionAtPacketN(TestServer server) throws IOException {
        int step = LONG ? 3 : 25;
        for (int n = 5; n < 80; n += step) {
            AtomicInteger packets = new AtomicInteger();
            int limit = n;
            Cut cut = n % 2 == 0 ? Cut.BEFORE : Cut.AFTER;
            throughProxy("cut at packet N", server, packet -> packets.incrementAndGet() >= limit ? cut : Cut.PASS);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void failsInStatementN(TestServer server) throws IOException {
        for (int n = 1; n <= 7; n++) {
            try (Scene scene = scene(server)) {
                String id = scene.open().migrations().get(1).id();
                String good = Files.readString(scene.up(id));
                String[] lines = good.split("\n", -1);
                lines[n - 1] = "INSERT INTO nowhere VALUES (1);";
                Files.writeString(scene.up(id), String.join("\n", lines));
                FailureException failure = scene.failure(() -> scene.executor().up());
                assertThat(failure).hasMessageContaining("statement " + n + " of 7");
                Files.writeString(scene.up(id), good);
                judge("statement N of 7 fails", scene, failure);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void fiveProcessesAtOnce(TestServer server) throws Exception {
        try (Scene scene = scene(server)) {
            List<Process> children = List.of(child(scene), child(scene), child(scene), child(scene), child(scene));
            for (Process child : children) {
                child.getInputStream().readAllBytes();
                assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
                TABLE.add("five processes at once", scene.toString(), 'E', child.exitValue() == 0);
            }
            judge("five processes at once", scene, null);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void findsTheDiskFull(TestServer server) {
        if (server.name() != DatabaseName.SQLITE) {
            return;
        }
        try (Scene scene = scene(server)) {
            scene.write(
                    "full",
                    "PRAGMA max_page_count=20;\nCREATE TABLE big (t TEXT);\nINSERT INTO big VALUES (hex(zeroblob(900000)));",
                    "");
            FailureException failure = scene.failure(() -> scene.executor().up());
            assertThat(failure.code()).isEqualTo("F5317");
            assertThat(failure.notes()).anyMatch(note -> note.startsWith("rolled back: the database is as it was"));
            assertThat(scene.hasTable("big")).isFalse();
            boolean complete = isComplete(scene);
            TABLE.add("max_page_count", scene.toString(), 'A', complete);
            TABLE.add("max_page_count", scene.toString(), 'C', hasAll(failure));
            assertThat(complete).isTrue();
        }
    }

    private static void throughProxy(String fault, TestServer server, Function<String, Cut> rule) throws IOException {
        try (Scene scene = scene(server)) {
            String url = scene.database.url();
            String place = url.substring(url.lastIndexOf('@') + 1, url.lastIndexOf('/'));
            int colon = place.lastIndexOf(':');
            // The proxy counts what belongs to the migration: the scene's first migration is there already.
            try (CuttingProxy proxy =
                    new CuttingProxy(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)), rule)) {
                String through =
                        url.replace(place, proxy.address()) + (url.startsWith("mysql") ? "?sslMode=DISABLED" : "");
                FailureException failure = scene.failure(() -> new MigrationExecutor(
                                DatabaseUrl.parse(through, scene.folder),
                                scene.open(),
                                ExecutorOptions.defaults("test"))
                        .up());
                assertThat(failure == null
                                || failure.code().startsWith("F53")
                                || failure.code().startsWith("F55"))
                        .as(String.valueOf(failure))
                        .isTrue();
                if (failure != null
                        && failure.notes().stream().anyMatch(note -> note.contains("rolled back"))
                        && isComplete(scene)) {
                    throw new AssertionError("says rolled back, and it wasn't: " + failure.notes());
                }
                judge(fault, scene, failure);
            }
        }
    }

    /** A table with rows that must stay, and a migration of seven statements with two windows. */
    private static Scene scene(TestServer server) {
        Scene scene = new Scene(server);
        scene.write("kept", "CREATE TABLE kept (id INT PRIMARY KEY);\nINSERT INTO kept VALUES (1), (2), (3);", "");
        scene.executor().up();
        scene.write(
                "seven",
                "CREATE TABLE fa (id INT PRIMARY KEY);\nINSERT INTO fa VALUES (1);\n" + window(scene, 1)
                        + ";\nALTER TABLE fa ADD COLUMN n INT;\n" + window(scene, 2)
                        + ";\nCREATE TABLE fb (id INT PRIMARY KEY);\nINSERT INTO fb VALUES (2);",
                "");
        return scene;
    }

    private static String window(Scene scene, int number) {
        return switch (scene.database.name()) {
            case POSTGRESQL -> "SELECT pg_sleep(0.6)";
            case SQLITE ->
                "INSERT INTO fa (id) WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 2000000)"
                        + " SELECT x FROM c WHERE x < 0";
            case MONGODB -> throw new IllegalArgumentException("MongoDB has no SQL");
            case MYSQL, MARIADB -> "CREATE TABLE w" + number + " AS SELECT SLEEP(0.6) AS x";
        };
    }

    private static Process child(Scene scene) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ChildRunner.class.getName(),
                        scene.database.url(),
                        scene.folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void judge(String fault, Scene scene, @Nullable FailureException failure) {
        String database = scene.toString();
        boolean whole = isWhole(scene);
        TABLE.add(fault, database, 'A', whole);
        if (failure != null) {
            TABLE.add(fault, database, 'C', hasAll(failure));
        }
        String thrown = "";
        try {
            scene.executor().up();
        } catch (FailureException e) {
            thrown = e.code() + " " + e.getMessage() + e.notes();
        }
        boolean complete = isComplete(scene);
        TABLE.add(fault, database, 'B', complete && thrown.isEmpty());
        boolean kept = scene.query("SELECT count(*) FROM kept").equals(List.of("3"));
        TABLE.add(fault, database, 'D', kept);
        TABLE.add(fault, database, 'E', !thrown.startsWith("F5510"));
        assertThat(whole).as(fault + ": half-applied").isTrue();
        assertThat(thrown).as(fault).isEmpty();
        assertThat(complete).as(fault + ": not converged").isTrue();
        assertThat(kept).isTrue();
    }

    /** All or nothing; or else what the status says is done is there, and nothing behind it but the step in doubt. */
    private static boolean isWhole(Scene scene) {
        Entry entry = scene.executor().status().entries().get(1);
        boolean first = scene.hasTable("fa");
        boolean last = scene.hasTable("fb");
        if (scene.isTransactional()) {
            return first == last;
        }
        boolean applied = entry.finishedAt().isPresent();
        int done = applied ? 7 : entry.stepsDone();
        return (done < 1 || first) && (done < 6 || last) && (done >= 5 || !last);
    }

    private static boolean isComplete(Scene scene) {
        return scene.hasTable("fb")
                && scene.query("SELECT count(*) FROM fa WHERE n IS NULL").equals(List.of("1"))
                && scene.query("SELECT count(*) FROM fb").equals(List.of("1"));
    }

    private static boolean hasAll(FailureException failure) {
        return !failure.notes().isEmpty() && failure.nextCommand().isPresent();
    }
}
