package dev.flashorm.runtime;

import dev.flashorm.runtime.connection.ConnectionSource;
import dev.flashorm.runtime.connection.DatabaseProvider;
import dev.flashorm.runtime.connection.DatabaseProviders;
import dev.flashorm.runtime.error.ModelNames;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database and its pool of connections: what a generated {@code AppDb} wraps. For use by many threads; one per
 * database and process is enough.
 */
public final class FlashDatabase implements AutoCloseable {
    private final ModelNames names;
    private final @Nullable DataSource dataSource;
    private volatile @Nullable PooledSession session;
    private final List<StatementListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private FlashDatabase(ModelNames names, @Nullable DataSource dataSource, @Nullable PooledSession session) {
        this.names = names;
        this.dataSource = dataSource;
        this.session = session;
    }

    /**
     * Opens a pool and connects once, so that a wrong URL shows here.
     *
     * @param url {@code postgresql://}, {@code mysql://}, {@code mariadb://}, {@code sqlite:}, {@code file:} or
     *     {@code jdbc:}
     * @throws ConnectionFailure if the database cannot be reached or refuses the log-in
     */
    public static FlashDatabase connect(String url) {
        return connect(url, ModelNames.NONE);
    }

    /** @param names by which errors are to speak of tables and constraints */
    public static FlashDatabase connect(String url, ModelNames names) {
        DatabaseProvider provider = DatabaseProviders.forUrl(url);
        ConnectionSource source = provider.open(url);
        try {
            return new FlashDatabase(names, null, PooledSession.over(source, provider, names));
        } catch (RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    /**
     * Uses connections of the application's own pool, which stays the application's to configure and to close. Its
     * connections must be in auto-commit mode. Nothing is connected before the first use.
     */
    public static FlashDatabase of(DataSource dataSource) {
        return of(dataSource, ModelNames.NONE);
    }

    /** @param names by which errors are to speak of tables and constraints */
    public static FlashDatabase of(DataSource dataSource, ModelNames names) {
        return new FlashDatabase(names, dataSource, null);
    }

    public DatabaseKind kind() {
        return server().kind();
    }

    /** What is known of the server; of a data source it is asked on first use. */
    public DatabaseServer server() {
        return pooled().server();
    }

    /** Borrows a connection for each call. */
    public Session session() {
        return new ObservedSession(pooled(), listeners);
    }

    /** Tells of every statement from now on. Costs nothing while nobody listens. */
    public StatementListener.Subscription listen(StatementListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public <T extends @Nullable Object> T transaction(TransactionWork<T> work) {
        return transaction(TransactionOptions.DEFAULT, work);
    }

    /** Commits when the work returns, rolls back when it throws; runs it again on a conflict if the options say so. */
    public <T extends @Nullable Object> T transaction(TransactionOptions options, TransactionWork<T> work) {
        return pooled().transaction(options, inside -> work.run(new ObservedSession(inside, listeners)));
    }

    /** Closes the pool that {@link #connect} opened; running statements end with an error. Twice is once. */
    @Override
    public synchronized void close() {
        closed = true;
        PooledSession open = session;
        if (open != null) {
            open.close();
        }
    }

    private PooledSession pooled() {
        PooledSession open = session;
        return open != null && !closed ? open : opened();
    }

    private synchronized PooledSession opened() {
        if (closed) {
            throw new ConnectionFailure("This FlashDatabase was closed.", null);
        }
        PooledSession open = session;
        if (open == null) {
            if (dataSource == null) {
                throw new IllegalStateException("neither a session nor a data source");
            }
            open = PooledSession.over(dataSource, names);
            session = open;
        }
        return open;
    }
}
