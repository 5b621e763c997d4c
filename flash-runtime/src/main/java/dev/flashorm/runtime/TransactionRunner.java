package dev.flashorm.runtime;

import dev.flashorm.runtime.connection.Access;
import dev.flashorm.runtime.connection.ConnectionSource;
import dev.flashorm.runtime.connection.CopyControl;
import dev.flashorm.runtime.connection.StreamControl;
import dev.flashorm.runtime.connection.TransactionControl;
import dev.flashorm.runtime.error.ErrorTranslator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs work in a transaction, from borrowing the connection to giving it back, again if there was a conflict. */
final class TransactionRunner {
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final int LARGEST_PAUSE_SHIFT = 7;

    private final ConnectionSource source;
    private final DatabaseServer server;
    private final TransactionControl control;
    private final StreamControl streams;
    private final CopyControl copies;
    private final ErrorTranslator errors;
    private final TransactionOptions options;
    private final @Nullable Deadline deadline;
    private final ScheduledExecutorService clock;

    TransactionRunner(
            ConnectionSource source,
            DatabaseServer server,
            TransactionControl control,
            StreamControl streams,
            CopyControl copies,
            ErrorTranslator errors,
            ScheduledExecutorService clock,
            TransactionOptions options) {
        this.source = source;
        this.server = server;
        this.control = control;
        this.streams = streams;
        this.copies = copies;
        this.errors = errors;
        this.clock = clock;
        this.options = options;
        this.deadline = options.timeout() == null ? null : Deadline.in(options.timeout());
    }

    <T extends @Nullable Object> T run(TransactionWork<T> work) {
        for (int attempt = 0; ; attempt++) {
            try {
                return runOnce(work);
            } catch (SerializationConflict conflict) {
                if (attempt >= options.retries()) {
                    throw conflict;
                }
                pause(attempt, conflict);
            }
        }
    }

    private <T extends @Nullable Object> T runOnce(TransactionWork<T> work) {
        Access access = options.readOnly() ? Access.READ : Access.WRITE;
        Connection connection;
        try {
            connection = source.acquire(access);
        } catch (SQLException failed) {
            throw errors.translate(failed, null);
        }
        boolean usable = false;
        try {
            try {
                control.begin(connection, options);
            } catch (SQLException failed) {
                throw errors.translate(failed, null);
            }
            DeadlineWatch watch = deadline == null ? null : new DeadlineWatch(deadline, clock);
            TransactionSession session =
                    new TransactionSession(connection, server, streams, copies, errors, options.isolation(), watch);
            boolean committed = false;
            try {
                T result = work.run(session);
                session.end();
                commit(connection);
                committed = true;
                usable = true;
                return result;
            } finally {
                session.close();
                if (!committed) {
                    usable = rollback(connection);
                }
            }
        } finally {
            if (usable) {
                source.release(connection, access);
            } else {
                source.discard(connection, access);
            }
        }
    }

    private void commit(Connection connection) {
        try {
            control.commit(connection, options);
        } catch (SQLException failed) {
            throw errors.translate(failed, null);
        }
    }

    /** Whether it worked. If not, the connection is lost and the database rolls back by itself. */
    private boolean rollback(Connection connection) {
        try {
            control.rollback(connection, options);
            return true;
        } catch (SQLException lost) {
            return false;
        }
    }

    /** Waits a random while, longer each time, so that two who met do not meet again. */
    private void pause(int attempt, SerializationConflict conflict) {
        long longest = FIRST_PAUSE_NANOS << Math.min(attempt, LARGEST_PAUSE_SHIFT);
        try {
            TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(longest) + 1);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
        if (deadline != null && deadline.hasPassed()) {
            throw deadline.timeout(conflict);
        }
    }
}
