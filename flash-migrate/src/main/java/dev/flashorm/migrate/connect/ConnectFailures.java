package dev.flashorm.migrate.connect;

import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.schema.diagnostic.FailureException;
import java.sql.SQLException;

/** Why there is no connection, for people. */
final class ConnectFailures {
    private ConnectFailures() {}

    static FailureException of(DatabaseEngine engine, DatabaseUrl url, SQLException thrown) {
        ServerError error = engine.error(thrown);
        FailureException.Builder failure = switch (error.category()) {
            case CONNECTION ->
                FailureException.failed("F5502", "cannot reach the database at " + url.place())
                        .help("see that the server runs and that host and port are right");
            case AUTHENTICATION ->
                FailureException.failed(
                                "F5503",
                                "the server at " + url.place() + " refuses user `" + url.user() + "` or its password")
                        .help("correct user and password in the address");
            case UNKNOWN_DATABASE ->
                FailureException.failed("F5504", "there is no database `" + url.database() + "` at " + url.place())
                        .help("create it, or correct its name in the address");
            case PERMISSION ->
                FailureException.failed("F5505", "user `" + url.user() + "` may not use the database at " + url.place())
                        .help("grant the right, or use another user");
            case DISK_FULL ->
                FailureException.failed("F5508", "the disk of the database at " + url.place() + " is full")
                        .help("make room, then run again");
            default -> FailureException.failed("F5506", "cannot open the database at " + url.place());
        };
        // The driver's exception holds the address with its password: it is not kept as the cause.
        return failure.note(url.mask(error.toString()))
                .note("nothing was executed")
                .next("flash migrate status")
                .build();
    }
}
