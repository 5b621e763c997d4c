package dev.flashorm.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.connect.MigrationConnection;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScratchDatabaseTest {
    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    static List<TestServer> networkServers() {
        return servers().stream()
                .filter(server -> server.name() != DatabaseName.SQLITE)
                .toList();
    }

    private static DatabaseUrl url(TestDatabase database) {
        return DatabaseUrl.parse(database.url(), Path.of("."));
    }

    private static void run(DatabaseUrl url, String sql) throws Exception {
        try (EngineSession session = open(url)) {
            session.execute(sql);
        }
    }

    private static EngineSession open(DatabaseUrl url) {
        return MigrationConnection.open(Engines.of(url.provider()), url, "test");
    }

    private static FailureException failure(Runnable work) {
        return Assertions.catchThrowableOfType(FailureException.class, work::run);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void isEmptyAndGoesAwayAlsoWhenSomebodyIsConnected(TestServer server) throws Exception {
        try (TestDatabase database = server.create()) {
            DatabaseUrl scratchUrl;
            EngineSession busy;
            try (ScratchDatabase scratch = ScratchDatabase.open(url(database), Optional.empty())) {
                scratchUrl = scratch.url();
                assertThat(scratch.catalog(IntrospectionScope.defaultSchema()).tables())
                        .isEmpty();
                run(scratchUrl, "CREATE TABLE a (id INT)");
                assertThat(scratch.catalog(IntrospectionScope.defaultSchema()).tables())
                        .hasSize(1);
                busy = open(scratchUrl);
            }
            busy.close();
            if (database.name() == DatabaseName.SQLITE) {
                assertThat(Path.of(scratchUrl.database()).getParent()).doesNotExist();
            } else {
                assertThat(failure(() -> open(scratchUrl)).code()).isEqualTo("F5504");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networkServers")
    void aShadowDatabaseIsClearedOfItsOwnThingsOnly(TestServer server) throws Exception {
        try (TestDatabase database = server.create();
                TestDatabase shadow = server.create()) {
            try (ScratchDatabase scratch = ScratchDatabase.open(url(database), Optional.of(url(shadow)))) {
                run(scratch.url(), "CREATE TABLE a (id INT PRIMARY KEY)");
                run(
                        scratch.url(),
                        "CREATE TABLE b (id INT PRIMARY KEY, a_id INT, FOREIGN KEY (a_id) REFERENCES a (id))");
                run(scratch.url(), "CREATE VIEW v AS SELECT id FROM a");
            }
            // A run that was killed has left its mark: what lies there is nobody's.
            shadow.execute("CREATE TABLE _flash_scratch (id INT)", "CREATE TABLE left_over (id INT)");
            try (ScratchDatabase scratch = ScratchDatabase.open(url(database), Optional.of(url(shadow)))) {
                assertThat(scratch.catalog(IntrospectionScope.defaultSchema()).tables())
                        .isEmpty();
            }
            if (database.name() == DatabaseName.POSTGRESQL) {
                shadow.execute("CREATE SCHEMA elsewhere", "CREATE TABLE elsewhere.precious (id INT)");
            } else {
                shadow.execute("CREATE TABLE precious (id INT)");
            }
            FailureException failure = failure(() -> ScratchDatabase.open(url(database), Optional.of(url(shadow))));
            assertThat(failure.code()).isEqualTo("F5351");
            assertThat(failure.notes().get(0)).contains("precious");
        }
    }

    @Test
    void withoutTheRightToCreateOneItSaysWhy() throws Exception {
        try (TestDatabase database = TestDatabases.create(DatabaseName.POSTGRESQL)) {
            String role = "flash_powerless_" + ProcessHandle.current().pid();
            database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'geheim123'");
            try {
                DatabaseUrl powerless = DatabaseUrl.parse(
                        database.url().replaceFirst("://[^@/]*@", "://" + role + ":geheim123@"), Path.of("."));
                FailureException failure = failure(() -> ScratchDatabase.open(powerless, Optional.empty()));
                assertThat(failure.code()).isEqualTo("F5350");
                assertThat(failure.notes().toString()).doesNotContain("geheim123");
                assertThat(failure.help().toString()).contains("shadowDatabaseUrl");
            } finally {
                database.execute("DROP ROLE " + role);
            }
        }
    }
}
