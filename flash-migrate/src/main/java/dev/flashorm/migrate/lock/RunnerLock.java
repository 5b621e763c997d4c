package dev.flashorm.migrate.lock;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.ServerError.Category;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Becomes the only runner, or says who is. The lock is never waited for in the server: it is asked for again. */
public final class RunnerLock {
    private final DatabaseUrl url;
    private final DatabaseEngine engine;
    private final EngineSession session;
    private final Duration limit;
    private final BooleanSupplier stop;

    public RunnerLock(
            DatabaseEngine engine, DatabaseUrl url, EngineSession session, Duration limit, BooleanSupplier stop) {
        this.engine = engine;
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

    /** Reads our own tables: on SQLite a reader, too, meets the lock of another runner. Throws as the others do. */
    public <T> T read(Query<T> query) throws SQLException {
        Backoff backoff = new Backoff(limit);
        while (true) {
            try {
                return query.get();
            } catch (SQLException e) {
                if (engine.error(e).category() != Category.LOCK_TIMEOUT) {
                    throw e;
                }
                if (stop.getAsBoolean() || !backoff.pause()) {
                    throw locked();
                }
            }
        }
    }

    /** Reads something. */
    public interface Query<T> {
        T get() throws SQLException;
    }

    /** Another runner has kept it for too long. */
    public FailureException locked() throws SQLException {
        Optional<String> owner = session.lockOwner();
        return FailureException.of(
                        Kind.LOCKED,
                        "F5510",
                        "another run works on " + url.place() + ": " + owner.orElse("unknown owner"))
                .note("waited " + limit.toMillis() / 1000.0 + " s; this run executed nothing")
                .help("wait until it ends; its lock ends with its connection")
                .next("flash migrate status")
                .build();
    }

    private interface Attempt {
        boolean succeeds() throws SQLException;
    }
}
