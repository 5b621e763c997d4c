package dev.flashorm.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL from wherever it can be had. */
final class PostgresqlServer {
    private PostgresqlServer() {}

    static TestServer at(String url) {
        return server("environment", ServerAddress.parse(url, 5432));
    }

    /** Empty where no binaries exist for this machine. */
    static Optional<TestServer> embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    // Not the machine's own: texts are sorted alike everywhere, and as the corpus was measured.
                    .setLocaleConfig("locale", "C")
                    .start();
            closeAtExit(postgres);
            return Optional.of(
                    server("embedded", new ServerAddress("localhost", postgres.getPort(), "postgres", "", "postgres")));
        } catch (IOException | RuntimeException e) {
            Unavailable.report(DatabaseName.POSTGRESQL, "embedded", e);
            return Optional.empty();
        }
    }

    static TestServer docker() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17");
        container.start();
        return server(
                "docker",
                new ServerAddress(
                        container.getHost(),
                        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        container.getUsername(),
                        container.getPassword(),
                        container.getDatabaseName()));
    }

    static TestServer server(String origin, ServerAddress address) {
        return new NetworkServer(
                DatabaseName.POSTGRESQL,
                origin,
                address,
                "postgresql",
                "postgresql",
                "DROP DATABASE IF EXISTS %s WITH (FORCE)");
    }

    private static void closeAtExit(EmbeddedPostgres postgres) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                postgres.close();
            } catch (IOException e) {
                Unavailable.report(DatabaseName.POSTGRESQL, "stopping", e);
            }
        }));
    }
}
