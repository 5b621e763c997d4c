package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table: all of them, or those that conditions, an order and a page choose. Immutable: each method that
 * narrows gives a new one, and every one can be used any number of times.
 *
 * @param <M> the record of a row
 * @param <S> what narrowing gives
 */
public abstract class Selection<M, S extends Selection<M, S>> extends Projectable<M> {
    static final int FETCH_SIZE = 500;

    final Scope scope;
    final Rows<M> rows;

    Selection(Scope scope, Rows<M> rows) {
        this.scope = scope;
        this.rows = rows;
    }

    abstract S narrowed(Rows<M> narrower);

    /** Only rows that satisfy all of these and what was said before. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final S where(Condition<M>... conditions) {
        return narrowed(rows.where(Condition.and(conditions)));
    }

    /** Sorted by these, after what was said before. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final S orderBy(Order<M>... wanted) {
        return narrowed(rows.orderBy(List.of(wanted)));
    }

    /** Leaves out so many of the first. */
    public final S skip(long count) {
        return narrowed(rows.skip(count));
    }

    /** No more than so many. */
    public final S take(long count) {
        return narrowed(rows.take(count));
    }

    /**
     * Only rows that come after this one in the order, which must be by columns of the row itself; where rows can be
     * equal in all of them, the order goes on by the key. With {@code take} it is the next page, which costs the same
     * however far it is.
     */
    public final S after(M row) {
        return narrowed(rows.from(new Cursor<>(row, false)));
    }

    /** Only rows that come before this one in the order; with {@code take} the nearest of them, in the same order. */
    public final S before(M row) {
        return narrowed(rows.from(new Cursor<>(row, true)));
    }

    /**
     * Locks the rows, from reading them to the end of the transaction: nobody else changes or locks them meanwhile. On
     * SQLite a transaction that may write is alone anyway, so there is nothing to add.
     *
     * @throws IllegalStateException when it is read, outside of a transaction
     */
    public final S forUpdate() {
        return narrowed(rows.locked(new RowLock(Fragment.FOR_UPDATE, null)));
    }

    /** Locks the rows against changes, to the end of the transaction; others may do the same. */
    public final S forShare() {
        return narrowed(rows.locked(new RowLock(Fragment.FOR_SHARE, null)));
    }

    /** After {@link #forUpdate} or {@link #forShare}: without rows that others have locked. */
    public final S skipLocked() {
        return narrowed(rows.locked(lock("skipLocked").ifLocked(Fragment.SKIP_LOCKED)));
    }

    /** After {@link #forUpdate} or {@link #forShare}: an error instead of waiting for others' locks. */
    public final S noWait() {
        return narrowed(rows.locked(lock("noWait").ifLocked(Fragment.NO_WAIT)));
    }

    private RowLock lock(String method) {
        RowLock lock = rows.lock();
        if (lock == null) {
            throw new IllegalStateException(method + " says how to lock: put forUpdate() or forShare() before it.");
        }
        return lock;
    }

    public final List<M> list() {
        return list(Long.MAX_VALUE);
    }

    private List<M> list(long most) {
        Rows<M> wanted = rows.resolved();
        if (!rows.isBackwards()) {
            return scope.engine().list(scope, wanted, most);
        }
        List<M> found = new ArrayList<>(scope.engine().list(scope, wanted, Long.MAX_VALUE));
        Collections.reverse(found);
        return found;
    }

    /** The first one, if there is one. */
    public final Optional<M> first() {
        return rows.take() == 0 ? Optional.empty() : list(1).stream().findFirst();
    }

    /**
     * The only one.
     *
     * @throws RecordNotFoundException if there is none
     * @throws IllegalStateException if there are several
     */
    public final M one() {
        return only(rows.table(), list(2));
    }

    static <M, R> R only(Table<M> table, List<R> found) {
        if (found.isEmpty()) {
            throw new RecordNotFoundException(table.model(), "condition");
        }
        if (found.size() > 1) {
            throw new IllegalStateException(
                    "One " + table.model() + " was expected, but several satisfy the condition.");
        }
        return found.get(0);
    }

    /**
     * One after another, in memory that does not grow with their number; then everything is closed.
     *
     * @param fetchSize how many rows the driver may hold at once, one at least
     */
    public final void forEach(int fetchSize, Consumer<? super M> action) {
        try (Stream<M> values = stream(fetchSize)) {
            values.forEach(action);
        }
    }

    /**
     * Read when they are asked for, in memory that does not grow with their number. It holds a connection until it is
     * read to its end or closed, so it belongs into a {@code try}.
     */
    public final Stream<M> stream() {
        return stream(FETCH_SIZE);
    }

    private Stream<M> stream(int fetchSize) {
        if (rows.isBackwards()) {
            throw new IllegalStateException("A stream takes no before(…): sort the other way round and use after(…).");
        }
        return scope.engine().stream(scope, rows.resolved(), requireRows(fetchSize));
    }

    static int requireRows(int fetchSize) {
        if (fetchSize < 1) {
            throw new IllegalArgumentException("A stream needs room for a row, but was given " + fetchSize);
        }
        return fetchSize;
    }

    /** How many there are, within the page if one was chosen. */
    public final long count() {
        return scope.engine().count(scope, rows.resolved());
    }

    /** Whether there is one. */
    public final boolean exists() {
        return rows.take() != 0 && scope.engine().exists(scope, rows.resolved());
    }

    /** Rows in groups that have these in common; then {@code select} says what is wanted of each group. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Grouping<M> groupBy(Column<M, ?>... keys) {
        if (!rows.orders().isEmpty() && !rows.isPaged()) {
            throw new IllegalStateException("An order before groupBy(…) sorts no groups: put orderBy(…) after it.");
        }
        requireNoLock();
        return new Grouping<>(scope, rows.resolved(), List.of(keys), Rows.all(rows.table()));
    }

    private void requireNoLock() {
        if (rows.lock() != null) {
            throw new IllegalStateException("Groups are no rows that could be locked.");
        }
    }

    @Override
    final <R> Projection<M, R> project(List<Expression<M, ?>> expressions, RowMapper<R> mapper) {
        boolean isAggregate = expressions.stream().anyMatch(Expression::isAggregate);
        if (isAggregate) {
            requireNoLock();
            Rows<M> source = rows.isPaged() ? rows.resolved() : rows.resolved().ordered(List.of());
            return new Grouping<>(scope, source, List.of(), Rows.all(rows.table())).project(expressions, mapper);
        }
        if (rows.isBackwards()) {
            throw new IllegalStateException("select takes no before(…): sort the other way round and use after(…).");
        }
        return new Projection<>(scope, new Select<>(expressions, false, rows.resolved(), null), mapper);
    }

    /** Loads related records with each row, and makes a value of both. */
    public final <V extends @Nullable Object, R> Loading<M, R> with(
            Include<M, V> include, BiFunction<? super M, ? super V, ? extends R> combine) {
        return new Loading<>(
                this, List.of(include), (record, loaded, row) -> combine.apply(record, loaded.get(include, 0, row)));
    }

    /** Loads two relations with each row. */
    public final <V extends @Nullable Object, W extends @Nullable Object, R> Loading<M, R> with(
            Include<M, V> first, Include<M, W> second, Combine3<? super M, ? super V, ? super W, ? extends R> combine) {
        return new Loading<>(
                this,
                List.of(first, second),
                (record, loaded, row) -> combine.apply(record, loaded.get(first, 0, row), loaded.get(second, 1, row)));
    }

    /** Loads three relations with each row. */
    public final <V extends @Nullable Object, W extends @Nullable Object, X extends @Nullable Object, R>
            Loading<M, R> with(
                    Include<M, V> first,
                    Include<M, W> second,
                    Include<M, X> third,
                    Combine4<? super M, ? super V, ? super W, ? super X, ? extends R> combine) {
        return new Loading<>(
                this,
                List.of(first, second, third),
                (record, loaded, row) -> combine.apply(
                        record, loaded.get(first, 0, row), loaded.get(second, 1, row), loaded.get(third, 2, row)));
    }
}
