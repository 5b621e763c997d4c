package dev.flashorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams need no memory for what was read, and give back their connection however they end. */
class StreamTest {
    private static final Binder FROM_ZERO = statement -> statement.setInt(1, 0);

    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void memoryDoesNotGrowWithTheRows(TestServer server) throws Exception {
        try (TestDatabase scene = server.create()) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process process = new ProcessBuilder(
                            java,
                            "-Xmx48m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StreamedRows.class.getName(),
                            scene.url())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(output.strip()).isEqualTo(String.valueOf(StreamedRows.ROWS * 1000L));
            assertThat(process.waitFor()).isZero();
        }
    }

    private static FlashDatabase withOneConnection(TestDatabase scene) {
        String url = scene.url();
        return FlashDatabase.connect(url + (url.indexOf('?') < 0 ? "?" : "&") + "connection_limit=1&pool_timeout=2");
    }

    private static Stream<String> rows(Session session, String sql) {
        return session.stream(sql, FROM_ZERO, 10, row -> row.getString(1));
    }

    private static long count(FlashDatabase database) {
        return database.session().query("SELECT 7", statement -> {}, rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anEarlyEndGivesTheConnectionBack(TestServer server) {
        try (TestDatabase scene = server.create();
                FlashDatabase database = withOneConnection(scene)) {
            String sql = StreamedRows.some(database.kind());
            for (int i = 0; i < 3; i++) {
                try (Stream<String> rows = rows(database.session(), sql)) {
                    assertThat(rows.limit(3)).hasSize(3);
                }
                assertThat(count(database)).isEqualTo(7);
            }
            try (Stream<String> unread = rows(database.session(), sql)) {
                assertThat(unread).isNotNull();
            }
            assertThat(count(database)).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theEndGivesTheConnectionBackWithoutAClose(TestServer server) {
        try (TestDatabase scene = server.create();
                FlashDatabase database = withOneConnection(scene)) {
            Stream<String> rows = rows(database.session(), "SELECT 'a' WHERE ? = 0 UNION ALL SELECT 'b'");
            assertThat(rows.toList()).containsExactlyInAnyOrder("a", "b");
            assertThat(count(database)).isEqualTo(7);
            rows.close();
            rows.close();
            assertThat(count(database)).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aFailureGivesTheConnectionBack(TestServer server) {
        try (TestDatabase scene = server.create();
                FlashDatabase database = withOneConnection(scene)) {
            String sql = StreamedRows.some(database.kind());
            assertThatThrownBy(() -> rows(database.session(), "SELECT nothing FROM nowhere WHERE ? = 0"))
                    .isInstanceOf(FlashException.class);
            assertThat(count(database)).isEqualTo(7);
            assertThatThrownBy(() -> {
                        try (Stream<String> rows = rows(database.session(), sql)) {
                            rows.forEach(row -> {
                                throw new IllegalStateException("mine");
                            });
                        }
                    })
                    .hasMessage("mine");
            assertThat(count(database)).isEqualTo(7);
            assertThatThrownBy(() -> database.session().stream(sql, FROM_ZERO, 10, row -> row.getString(99))
                            .toList())
                    .isInstanceOf(FlashException.class);
            assertThat(count(database)).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aTransactionRunsOtherStatementsMeanwhileOrSaysThatItCannot(TestServer server) {
        try (TestDatabase scene = server.create();
                FlashDatabase database = withOneConnection(scene)) {
            List<String> seen = new ArrayList<>();
            TransactionWork<Integer> work = tx -> {
                try (Stream<String> rows = rows(tx, StreamedRows.some(database.kind()))) {
                    rows.limit(25).forEach(row -> {
                        seen.add(row);
                        tx.query("SELECT 7", statement -> {}, ResultSet::next);
                    });
                }
                return seen.size();
            };
            boolean isMysql = database.kind() == DatabaseKind.MYSQL || database.kind() == DatabaseKind.MARIADB;
            if (isMysql) {
                assertThatThrownBy(() -> database.transaction(work))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("close it first");
            } else {
                assertThat(database.transaction(work)).isEqualTo(25);
            }
            assertThat(count(database)).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aTransactionEndsWhatWasLeftOpen(TestServer server) {
        try (TestDatabase scene = server.create();
                FlashDatabase database = withOneConnection(scene)) {
            String sql = StreamedRows.some(database.kind());
            Stream<String> left = database.transaction(tx -> {
                Stream<String> rows = rows(tx, sql);
                assertThat(rows.iterator().next()).hasSize(1000);
                return rows;
            });
            left.close();
            assertThat(count(database)).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theSameStatementIsReadAtOnceAfterwards(TestServer server) {
        try (TestDatabase scene = server.create();
                FlashDatabase database = withOneConnection(scene)) {
            String sql = "SELECT 'a' WHERE ? = 0 UNION ALL SELECT 'b'";
            assertThat(rows(database.session(), sql).toList()).hasSize(2);
            List<String> found = database.session().query(sql, FROM_ZERO, result -> {
                List<String> all = new ArrayList<>();
                while (result.next()) {
                    all.add(result.getString(1));
                }
                return all;
            });
            assertThat(found).hasSize(2);
            assertThat(count(database)).isEqualTo(7);
        }
    }
}
