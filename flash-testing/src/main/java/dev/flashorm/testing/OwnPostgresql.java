package dev.flashorm.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An embedded PostgreSQL; SIGQUIT is its crash (manual 18.5: immediate shutdown, recovery at the next start). */
final class OwnPostgresql implements OwnServer {
    private final Path folder = Files.createTempDirectory("flash-own-postgresql");
    private final int port;
    private EmbeddedPostgres postgres;

    OwnPostgresql() throws IOException {
        postgres = start(0);
        port = postgres.getPort();
    }

    private EmbeddedPostgres start(int wanted) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                // What was committed must survive the crash of the server, if not of the machine.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50");
        return wanted == 0 ? builder.start() : builder.setPort(wanted).start();
    }

    @Override
    public TestServer server() {
        return PostgresqlServer.server("own", new ServerAddress("localhost", port, "postgres", "", "postgres"));
    }

    @Override
    public Path data() {
        return folder.resolve("data");
    }

    @Override
    public void crash() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        String pid = Files.readAllLines(pidFile).get(0).strip();
        Processes.signal("QUIT", Long.parseLong(pid));
        Processes.awaitEnd(Long.parseLong(pid));
        // There is nothing to stop any more; what it keeps of the data folder in this process is let go.
        postgres.close();
    }

    @Override
    public void stop() throws IOException {
        postgres.close();
    }

    @Override
    public void restart() throws IOException {
        postgres = start(port);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        Processes.delete(folder);
    }
}
