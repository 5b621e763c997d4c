package dev.flashorm.runtime;

import dev.flashorm.runtime.connection.CopiedRows;
import dev.flashorm.runtime.connection.CopyControl;
import dev.flashorm.runtime.connection.StreamControl;
import dev.flashorm.runtime.error.ErrorTranslator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs every call on the connection of one transaction.
 *
 * <p>PostgreSQL refuses every statement after one has failed; the other databases would go on with half of the work.
 * Here it is the same on all of them: after a failure a transaction can only end, a savepoint can only be undone.
 */
final class TransactionSession implements Session {
    private final Connection connection;
    private final DatabaseServer server;
    private final StreamControl streams;
    private final CopyControl copies;
    private final ErrorTranslator errors;
    private final @Nullable Isolation isolation;
    private final @Nullable DeadlineWatch watch;
    private @Nullable Throwable failure;
    private final Deque<RowStream<?>> open = new ArrayDeque<>(1);
    private boolean ended;
    private int depth;

    TransactionSession(
            Connection connection,
            DatabaseServer server,
            StreamControl streams,
            CopyControl copies,
            ErrorTranslator errors,
            @Nullable Isolation isolation,
            @Nullable DeadlineWatch watch) {
        this.connection = connection;
        this.server = server;
        this.streams = streams;
        this.copies = copies;
        this.errors = errors;
        this.isolation = isolation;
        this.watch = watch;
    }

    @Override
    public DatabaseServer server() {
        return server;
    }

    @Override
    public @Nullable Isolation isolation() {
        return isolation;
    }

    @Override
    public <R extends @Nullable Object> R query(String sql, Binder binder, ResultReader<R> reader) {
        checkUsable();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            started(statement);
            try {
                binder.bind(statement);
                try (ResultSet rows = Statements.rows(statement)) {
                    return reader.read(rows);
                }
            } finally {
                finished();
            }
        } catch (SQLException thrown) {
            throw failed(thrown, sql);
        }
    }

    @Override
    public <R extends @Nullable Object> Stream<R> stream(
            String sql, Binder binder, int fetchSize, ResultReader<R> reader) {
        checkUsable();
        try {
            RowStream<R> rows = RowStream.open(
                    connection,
                    sql,
                    binder,
                    fetchSize,
                    streams,
                    reader,
                    thrown -> failed(thrown, sql),
                    () -> open.removeIf(RowStream::isClosed));
            open.addFirst(rows);
            return rows.stream();
        } catch (SQLException thrown) {
            throw failed(thrown, sql);
        }
    }

    @Override
    public boolean isInTransaction() {
        return true;
    }

    @Override
    public long update(String sql, Binder binder) {
        checkUsable();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            started(statement);
            try {
                binder.bind(statement);
                return statement.executeLargeUpdate();
            } finally {
                finished();
            }
        } catch (SQLException thrown) {
            throw failed(thrown, sql);
        }
    }

    @Override
    public long insert(String sql, Binder binder) {
        checkUsable();
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            started(statement);
            try {
                binder.bind(statement);
                return Statements.insert(statement);
            } finally {
                finished();
            }
        } catch (SQLException thrown) {
            throw failed(thrown, sql);
        }
    }

    @Override
    public long insertSkipping(String sql, Binder binder) {
        checkUsable();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            started(statement);
            try {
                binder.bind(statement);
                long count = statement.executeLargeUpdate();
                // MySQL makes a warning of every error; notices of PostgreSQL have no number.
                for (SQLWarning skipped = statement.getWarnings();
                        skipped != null;
                        skipped = skipped.getNextWarning()) {
                    if (skipped.getErrorCode() != 0 && !(errors.translate(skipped, sql) instanceof UniqueViolation)) {
                        throw skipped;
                    }
                }
                return count;
            } finally {
                finished();
            }
        } catch (SQLException thrown) {
            throw failed(thrown, sql);
        }
    }

    @Override
    public long[] batch(String sql, int count, BatchBinder binder) {
        checkUsable();
        if (count == 0) {
            return new long[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            started(statement);
            try {
                for (int index = 0; index < count; index++) {
                    binder.bind(statement, index);
                    statement.addBatch();
                }
                return statement.executeLargeBatch();
            } finally {
                finished();
            }
        } catch (SQLException thrown) {
            throw failed(thrown, sql);
        }
    }

    @Override
    public @Nullable String copyStatement(String table, String columns) {
        checkUsable();
        try {
            return copies.statement(connection, table, columns);
        } catch (SQLException thrown) {
            throw failed(thrown, null);
        }
    }

    @Override
    public long copy(String sql, CopiedRows rows) {
        checkUsable();
        try {
            if (watch != null) {
                watch.started(() -> copies.cancel(connection));
            }
            try {
                return copies.copy(connection, sql, rows);
            } finally {
                finished();
            }
        } catch (SQLException thrown) {
            throw failed(thrown, sql);
        }
    }

    @Override
    public <T extends @Nullable Object> T withConnection(SqlWork<T> work) {
        checkUsable();
        try {
            return work.run(connection);
        } catch (SQLException thrown) {
            throw failed(thrown, null);
        }
    }

    @Override
    public <T extends @Nullable Object> T transaction(TransactionWork<T> work) {
        checkUsable();
        String savepoint = "flash_" + (depth + 1);
        execute("SAVEPOINT " + savepoint);
        depth++;
        boolean released = false;
        try {
            T result = work.run(this);
            checkUsable();
            execute("RELEASE SAVEPOINT " + savepoint);
            released = true;
            return result;
        } finally {
            depth--;
            if (!released) {
                undo(savepoint);
            }
        }
    }

    @Override
    public <T extends @Nullable Object> T together(TransactionWork<T> work) {
        checkUsable();
        try {
            return work.run(this);
        } catch (RuntimeException | Error thrown) {
            // Some of its statements may have been run.
            if (failure == null) {
                failure = thrown;
            }
            throw thrown;
        }
    }

    /** The work has returned: nothing may have failed unseen, and nothing more may come. */
    void end() {
        closeStreams();
        checkUsable();
        ended = true;
    }

    /** What was left open would be in the way of whatever ends the transaction. */
    private void closeStreams() {
        if (open.isEmpty()) {
            return;
        }
        for (RowStream<?> rows : List.copyOf(open)) {
            try {
                rows.close();
            } catch (FlashException lost) {
                remember(lost);
            }
        }
    }

    /** However it went, this session is over. */
    void close() {
        closeStreams();
        ended = true;
        if (watch != null) {
            watch.close();
        }
    }

    private void undo(String savepoint) {
        closeStreams();
        if (failure instanceof SerializationConflict || failure instanceof ConnectionFailure) {
            // The database has ended the whole transaction, with all its savepoints.
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK TO SAVEPOINT " + savepoint);
            statement.execute("RELEASE SAVEPOINT " + savepoint);
            failure = null;
        } catch (SQLException thrown) {
            if (failure == null) {
                failure = errors.translate(thrown, null);
            }
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException thrown) {
            throw failed(thrown, sql);
        }
    }

    private void started(Statement statement) {
        if (watch != null) {
            watch.started(statement::cancel);
        }
    }

    private void finished() {
        if (watch != null) {
            watch.finished();
        }
    }

    private void checkUsable() {
        if (ended) {
            throw new TransactionUnusable(
                    "The transaction has ended: its session works only inside the block that it was given to.", null);
        }
        if (streams.isExclusive() && !open.isEmpty()) {
            throw new IllegalStateException(
                    "A stream of this transaction is still being read, and this database takes no"
                            + " other statement meanwhile: close it first, or read a list.");
        }
        if (failure != null) {
            throw new TransactionUnusable(
                    "A call in this transaction has failed (" + failure.getMessage()
                            + "), so it can only roll back. To go on after such a failure, put the call into a"
                            + " transaction(…) of its own inside this one.",
                    failure);
        }
        if (watch != null && watch.deadline().hasPassed()) {
            throw remember(watch.deadline().timeout(null));
        }
    }

    private FlashException failed(SQLException thrown, @Nullable String sql) {
        if (watch != null && watch.deadline().hasPassed()) {
            return remember(watch.deadline().timeout(thrown));
        }
        return remember(errors.translate(thrown, sql));
    }

    private FlashException remember(FlashException first) {
        failure = first;
        return first;
    }
}
