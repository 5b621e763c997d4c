package dev.flashorm.migrate.lock;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Becomes the only runner, or says who is. The lock is never waited for in the server: it is asked for again. */
public final class RunnerLock {
    private final DatabaseUrl url;
    private final EngineSession session;
    private final Duration limit;
    private final BooleanSupplier stop;

    public RunnerLock(DatabaseUrl url, EngineSession session, Duration limit, BooleanSupplier stop) {
        this.url = url;
        this.session = session;
        this.limit = limit;
        this.stop = stop;
    }

    /** @throws FailureException F5510 (locked) when another runner keeps it for longer than the limit */
    public void acquire() throws SQLException {
        poll(session::tryLock);
    }

    /** Begins a transaction; on SQLite that is the lock. Throws as {@link #acquire()} does. */
    public void begin() throws SQLException {
        poll(session::tryBegin);
    }

    private void poll(Attempt attempt) throws SQLException {
        Backoff backoff = new Backoff(limit);
        while (!attempt.succeeds()) {
            if (stop.getAsBoolean() || !backoff.pause()) {
                throw locked();
            }
        }
    }

    /** Another runner has kept it for too long. */
    public FailureException locked() throws SQLException {
        Optional<String> owner = session.lockOwner();
        return FailureException.of(
                        Kind.LOCKED,
                        "F5510",
                        "another run works on " + url.place() + ": " + owner.orElse("unknown owner"))
                .note("waited " + limit.toMillis() / 1000.0 + " s; nothing was changed by this run")
                .help("wait until it ends; its lock ends with its connection")
                .next("flash migrate status")
                .build();
    }

    private interface Attempt {
        boolean succeeds() throws SQLException;
    }
}
