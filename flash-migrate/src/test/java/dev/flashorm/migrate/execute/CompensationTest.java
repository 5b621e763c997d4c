package dev.flashorm.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.execute.ExecutorOptions.OnFail;
import dev.flashorm.migrate.execute.MigrationStatus.State;
import dev.flashorm.migrate.faults.Scene;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** `--on-fail=compensate`, where DDL can't be rolled back. */
class CompensationTest {
    private static final String ADDING = """
            CREATE TABLE b (id INT PRIMARY KEY, a INT);
            ALTER TABLE a ADD COLUMN n INT;
            CREATE INDEX a_n ON a (n);
            """;

    static List<TestServer> servers() {
        return TestDatabases.available(DatabaseName.MARIADB, DatabaseName.MYSQL);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void takesBackWhatWasAdded(TestServer server) throws IOException {
        try (Scene scene = new Scene(server)) {
            ground(scene);
            String before = definition(scene);
            String id = scene.write("adding", ADDING + "INSERT INTO nowhere VALUES (1);", "");
            FailureException failure = fail(scene);
            assertThat(failure.notes()).contains("taken back: the catalog is as it was before this migration");
            assertThat(definition(scene)).isEqualTo(before);
            assertThat(scene.hasTable("b")).isFalse();
            assertThat(scene.query("SELECT id FROM a")).containsExactly("1");
            assertThat(state(scene)).isEqualTo(State.PENDING);
            Files.writeString(scene.up(id), ADDING);
            scene.executor().up();
            assertThat(scene.hasTable("b")).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void leavesWhatItCannotTakeBack(TestServer server) {
        for (String more : List.of("UPDATE a SET id = 2;", "ALTER TABLE a DROP COLUMN t;", "DROP TABLE gone;")) {
            try (Scene scene = new Scene(server)) {
                ground(scene);
                scene.write("more", more + "\nCREATE TABLE b (id INT);\nINSERT INTO nowhere VALUES (1);", "");
                FailureException failure = fail(scene);
                assertThat(failure.notes().get(1))
                        .contains("statements 1 to 2 of 3 are done and stay")
                        .contains("not taken back, because statement 1");
                assertThat(scene.hasTable("b")).isTrue();
                assertThat(state(scene)).isEqualTo(State.PARTLY_APPLIED);
            }
        }
    }

    /** A table that somebody has filled in the meantime stays. */
    @ParameterizedTest
    @MethodSource("servers")
    void doesNotDropRowsOfOthers(TestServer server) {
        try (Scene scene = new Scene(server)) {
            ground(scene);
            scene.write(
                    "adding",
                    "CREATE TABLE b (id INT);\nCREATE TABLE c (id INT);\nINSERT INTO nowhere VALUES (1);",
                    "");
            FailureException failure =
                    scene.failure(() -> scene.executor(options().withListener(new ExecutionListener() {
                                @Override
                                public void step(
                                        dev.flashorm.migrate.folder.Migration migration,
                                        int step,
                                        int total,
                                        dev.flashorm.migrate.sql.Statement statement) {
                                    if (step == 3) {
                                        scene.database.execute("INSERT INTO b VALUES (7)");
                                    }
                                }

                                @Override
                                public void notice(String text) {}
                            }))
                            .up());
            assertThat(failure.notes().get(1)).contains("`b` holds rows");
            assertThat(scene.query("SELECT id FROM b")).containsExactly("7");
            assertThat(state(scene)).isEqualTo(State.PARTLY_APPLIED);
        }
    }

    private static void ground(Scene scene) {
        scene.write("ground", "CREATE TABLE a (id INT PRIMARY KEY, t INT); CREATE TABLE gone (id INT);", "");
        scene.executor().up();
        scene.database.execute("INSERT INTO a (id) VALUES (1)");
    }

    private static ExecutorOptions options() {
        return ExecutorOptions.defaults("test").withOnFail(OnFail.COMPENSATE);
    }

    private static FailureException fail(Scene scene) {
        FailureException failure = scene.failure(() -> scene.executor(options()).up());
        assertThat(failure.code()).isEqualTo("F5310");
        return failure;
    }

    private static String definition(Scene scene) {
        return scene.query("SELECT GROUP_CONCAT(column_name ORDER BY column_name) FROM information_schema.columns WHERE"
                        + " table_schema = database() AND table_name = 'a'")
                + " "
                + scene.query("SELECT index_name FROM information_schema.statistics WHERE table_schema = database()"
                        + " AND table_name = 'a'");
    }

    private static State state(Scene scene) {
        return scene.executor().status().entries().get(1).state();
    }
}
