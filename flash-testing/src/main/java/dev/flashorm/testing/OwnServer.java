package dev.flashorm.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server that one test has for itself: it may be killed, restarted and run out of room. */
public interface OwnServer extends AutoCloseable {
    /**
     * Starts one; empty where that can't be had.
     *
     * <p>PostgreSQL and MariaDB come embedded. MySQL has no embedded server: `FLASH_TEST_MYSQLD` names its `mysqld`.
     */
    static Optional<OwnServer> start(DatabaseName name) {
        try {
            return switch (name) {
                case SQLITE, MONGODB -> Optional.empty();
                case POSTGRESQL -> Optional.of(new OwnPostgresql());
                case MARIADB -> Optional.of(OwnMysql.mariadb("own", List.of()));
                case MYSQL -> OwnMysql.mysql();
            };
        } catch (IOException | RuntimeException e) {
            Unavailable.report(name, "own", e);
            return Optional.empty();
        }
    }

    /** The server, for databases to be made in. */
    TestServer server();

    /** Where its files are. */
    Path data();

    /** Ends it as a crash does: nothing is written any more, nobody is told. */
    void crash() throws IOException;

    /** Ends it in good order: transactions are taken back, connections closed. */
    void stop() throws IOException;

    /** Starts it again on the same port with the same data, and waits until it answers. */
    void restart() throws IOException;

    @Override
    void close() throws IOException;
}
