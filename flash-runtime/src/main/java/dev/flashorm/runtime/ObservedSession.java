package dev.flashorm.runtime;

import dev.flashorm.runtime.connection.CopiedRows;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells listeners of each statement; without any it only passes on. */
final class ObservedSession implements Session {
    private final Session session;
    private final List<StatementListener> listeners;

    /** @param listeners a list that can change while it is read */
    ObservedSession(Session session, List<StatementListener> listeners) {
        this.session = session;
        this.listeners = listeners;
    }

    @Override
    public DatabaseServer server() {
        return session.server();
    }

    @Override
    public <R extends @Nullable Object> R query(String sql, Binder binder, ResultReader<R> reader) {
        if (listeners.isEmpty()) {
            return session.query(sql, binder, reader);
        }
        long[] count = new long[1];
        ResultReader<R> counting = rows -> reader.read(counted(rows, count));
        return observed(sql, () -> session.query(sql, binder, counting), result -> count[0]);
    }

    /** Seen when it begins to give rows, which are not counted. */
    @Override
    public <R extends @Nullable Object> Stream<R> stream(
            String sql, Binder binder, int fetchSize, ResultReader<R> reader) {
        return listeners.isEmpty()
                ? session.stream(sql, binder, fetchSize, reader)
                : observed(sql, () -> session.stream(sql, binder, fetchSize, reader), rows -> -1);
    }

    @Override
    public boolean isInTransaction() {
        return session.isInTransaction();
    }

    @Override
    public @Nullable Isolation isolation() {
        return session.isolation();
    }

    @Override
    public long update(String sql, Binder binder) {
        return listeners.isEmpty()
                ? session.update(sql, binder)
                : observed(sql, () -> session.update(sql, binder), count -> count);
    }

    @Override
    public long insert(String sql, Binder binder) {
        return listeners.isEmpty()
                ? session.insert(sql, binder)
                : observed(sql, () -> session.insert(sql, binder), number -> 1);
    }

    @Override
    public long insertSkipping(String sql, Binder binder) {
        return listeners.isEmpty()
                ? session.insertSkipping(sql, binder)
                : observed(sql, () -> session.insertSkipping(sql, binder), count -> count);
    }

    @Override
    public long[] batch(String sql, int count, BatchBinder binder) {
        return listeners.isEmpty()
                ? session.batch(sql, count, binder)
                : observed(sql, () -> session.batch(sql, count, binder), ObservedSession::sum);
    }

    @Override
    public @Nullable String copyStatement(String table, String columns) {
        return session.copyStatement(table, columns);
    }

    @Override
    public long copy(String sql, CopiedRows rows) {
        return listeners.isEmpty()
                ? session.copy(sql, rows)
                : observed(sql, () -> session.copy(sql, rows), count -> count);
    }

    /** What is done on the connection itself is not seen. */
    @Override
    public <T extends @Nullable Object> T withConnection(SqlWork<T> work) {
        return session.withConnection(work);
    }

    @Override
    public <T extends @Nullable Object> T transaction(TransactionWork<T> work) {
        return session.transaction(inside -> work.run(observing(inside)));
    }

    @Override
    public <T extends @Nullable Object> T together(TransactionWork<T> work) {
        return session.together(inside -> work.run(observing(inside)));
    }

    @Override
    public <T extends @Nullable Object> T atomically(TransactionWork<T> work) {
        return session.atomically(inside -> work.run(observing(inside)));
    }

    /** Inside a transaction its parts run in the same session. */
    private Session observing(Session inside) {
        return inside == session ? this : new ObservedSession(inside, listeners);
    }

    private <R extends @Nullable Object> R observed(String sql, Supplier<R> call, ToLongFunction<R> rows) {
        long start = System.nanoTime();
        R result;
        try {
            result = call.get();
        } catch (RuntimeException failure) {
            tell(sql, start, -1, failure);
            throw failure;
        }
        tell(sql, start, rows.applyAsLong(result), null);
        return result;
    }

    private void tell(String sql, long start, long rows, @Nullable RuntimeException failure) {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        StatementEvent event = new StatementEvent(sql, time, rows, failure);
        listeners.forEach(listener -> listener.ran(event));
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            if (count < 0) {
                return -1;
            }
            sum += count;
        }
        return sum;
    }

    private static ResultSet counted(ResultSet rows, long[] count) {
        return (ResultSet) Proxy.newProxyInstance(
                ResultSet.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(rows, arguments);
                        if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                            count[0]++;
                        }
                        return result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
