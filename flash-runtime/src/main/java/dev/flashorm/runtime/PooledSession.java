package dev.flashorm.runtime;

import dev.flashorm.runtime.connection.Access;
import dev.flashorm.runtime.connection.ConnectionSource;
import dev.flashorm.runtime.connection.CopyControl;
import dev.flashorm.runtime.connection.DatabaseProvider;
import dev.flashorm.runtime.connection.DatabaseProviders;
import dev.flashorm.runtime.connection.StreamControl;
import dev.flashorm.runtime.connection.TransactionControl;
import dev.flashorm.runtime.error.ErrorTranslator;
import dev.flashorm.runtime.error.ModelNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs each call on a connection that is borrowed for it, and given back once. */
final class PooledSession implements Session {
    /** Reading committed rows, MySQL locks no gaps, by which two inserts of one key would wait for each other. */
    private static final TransactionOptions AGAIN =
            TransactionOptions.isolation(Isolation.READ_COMMITTED).withRetries(8);

    private final ConnectionSource source;
    private final DatabaseServer server;
    private final TransactionControl control;
    private final StreamControl streams;
    private final CopyControl copies;
    private final ErrorTranslator errors;
    private final ScheduledExecutorService clock = DeadlineClock.create();

    private PooledSession(
            ConnectionSource source,
            DatabaseServer server,
            TransactionControl control,
            StreamControl streams,
            CopyControl copies,
            ErrorTranslator errors) {
        this.source = source;
        this.server = server;
        this.control = control;
        this.streams = streams;
        this.copies = copies;
        this.errors = errors;
    }

    /** Over a pool of Flash's own. */
    static PooledSession over(ConnectionSource source, DatabaseProvider provider, ModelNames names) {
        ErrorTranslator errors = provider.errors(names);
        try {
            Connection connection = source.acquire(Access.READ);
            try {
                DatabaseServer server = provider.recognise(connection.getMetaData());
                if (server == null) {
                    throw unknown(connection);
                }
                return new PooledSession(
                        source, server, provider.transactions(), provider.streams(), provider.copies(), errors);
            } finally {
                source.release(connection, Access.READ);
            }
        } catch (SQLException failed) {
            throw errors.translate(failed, null);
        }
    }

    /** Over the application's data source, whose kind of database is asked of a connection. */
    static PooledSession over(DataSource dataSource, ModelNames names) {
        try (Connection connection = dataSource.getConnection()) {
            for (DatabaseProvider provider : DatabaseProviders.all()) {
                DatabaseServer server = provider.recognise(connection.getMetaData());
                if (server != null) {
                    return new PooledSession(
                            provider.over(dataSource),
                            server,
                            provider.transactions(),
                            provider.streams(),
                            provider.copies(),
                            provider.errors(names));
                }
            }
            throw unknown(connection);
        } catch (SQLException failed) {
            throw new ConnectionFailure("The data source gave no connection: " + failed.getMessage(), failed);
        }
    }

    private static ConnectionFailure unknown(Connection connection) throws SQLException {
        return new ConnectionFailure(
                "The database calls itself \"" + connection.getMetaData().getDatabaseProductName()
                        + "\", which Flash does not know.",
                null);
    }

    @Override
    public DatabaseServer server() {
        return server;
    }

    @Override
    public <R extends @Nullable Object> R query(String sql, Binder binder, ResultReader<R> reader) {
        Access access = source.accessOf(sql);
        try {
            Connection connection = source.acquire(access);
            boolean hasFailed = true;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binder.bind(statement);
                try (ResultSet rows = Statements.rows(statement)) {
                    R result = reader.read(rows);
                    hasFailed = false;
                    return result;
                }
            } finally {
                if (hasFailed && isBroken(connection)) {
                    source.discard(connection, access);
                } else {
                    source.release(connection, access);
                }
            }
        } catch (SQLException failed) {
            throw errors.translate(failed, sql);
        }
    }

    /** Rows are read from the driver itself, so that the pool does not see when reading breaks a connection. */
    private static boolean isBroken(Connection connection) {
        try {
            return connection.unwrap(Connection.class).isClosed();
        } catch (SQLException lost) {
            return true;
        }
    }

    @Override
    public <R extends @Nullable Object> Stream<R> stream(
            String sql, Binder binder, int fetchSize, ResultReader<R> reader) {
        Access access = source.accessOf(sql);
        try {
            Connection connection = source.acquire(access);
            boolean isOpen = false;
            try {
                streams.begin(connection);
                RowStream<R> rows = RowStream.open(
                        connection,
                        sql,
                        binder,
                        fetchSize,
                        streams,
                        reader,
                        failed -> errors.translate(failed, sql),
                        () -> giveBack(connection, access));
                isOpen = true;
                return rows.stream();
            } finally {
                if (!isOpen) {
                    giveBack(connection, access);
                }
            }
        } catch (SQLException failed) {
            throw errors.translate(failed, sql);
        }
    }

    private void giveBack(Connection connection, Access access) {
        try {
            streams.end(connection);
        } catch (SQLException lost) {
            source.discard(connection, access);
            return;
        }
        source.release(connection, access);
    }

    @Override
    public long update(String sql, Binder binder) {
        try {
            Connection connection = source.acquire(Access.WRITE);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binder.bind(statement);
                return statement.executeLargeUpdate();
            } finally {
                source.release(connection, Access.WRITE);
            }
        } catch (SQLException failed) {
            throw errors.translate(failed, sql);
        }
    }

    @Override
    public long insert(String sql, Binder binder) {
        try {
            Connection connection = source.acquire(Access.WRITE);
            try (PreparedStatement statement =
                    connection.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
                binder.bind(statement);
                return Statements.insert(statement);
            } finally {
                source.release(connection, Access.WRITE);
            }
        } catch (SQLException failed) {
            throw errors.translate(failed, sql);
        }
    }

    @Override
    public long insertSkipping(String sql, Binder binder) {
        return transaction(transaction -> transaction.insertSkipping(sql, binder));
    }

    @Override
    public long[] batch(String sql, int count, BatchBinder binder) {
        // Drivers differ in what a failure in the middle of a batch leaves behind; a transaction leaves nothing.
        return count == 0 ? new long[0] : transaction(transaction -> transaction.batch(sql, count, binder));
    }

    @Override
    public <T extends @Nullable Object> T withConnection(SqlWork<T> work) {
        try {
            Connection connection = source.acquire(Access.READ);
            try {
                return work.run(connection);
            } finally {
                source.release(connection, Access.READ);
            }
        } catch (SQLException failed) {
            throw errors.translate(failed, null);
        }
    }

    @Override
    public <T extends @Nullable Object> T transaction(TransactionWork<T> work) {
        return transaction(TransactionOptions.DEFAULT, work);
    }

    @Override
    public <T extends @Nullable Object> T atomically(TransactionWork<T> work) {
        return transaction(AGAIN, work);
    }

    <T extends @Nullable Object> T transaction(TransactionOptions options, TransactionWork<T> work) {
        return new TransactionRunner(source, server, control, streams, copies, errors, clock, options).run(work);
    }

    void close() {
        clock.shutdownNow();
        source.close();
    }
}
