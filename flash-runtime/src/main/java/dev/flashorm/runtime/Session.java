package dev.flashorm.runtime;

import dev.flashorm.runtime.connection.CopiedRows;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements, either each on a connection of its own from the pool or all on the connection of one transaction.
 * Every method throws a {@link FlashException} and nothing of JDBC.
 *
 * <p>A session of the pool may be used by many threads at once, that of a transaction by one at a time.
 */
public interface Session {
    /** The database that this session talks to. */
    DatabaseServer server();

    /** Runs a statement that gives rows: a query, or a write with {@code RETURNING}. */
    <R extends @Nullable Object> R query(String sql, Binder binder, ResultReader<R> reader);

    /**
     * Runs a query whose rows are read when they are asked for, in memory that does not grow with their number. The
     * stream holds a connection until it is read to its end or closed, so it belongs into a {@code try}.
     *
     * @param fetchSize how many rows the driver may hold at once, one at least
     * @param reader reads the current row
     */
    default <R extends @Nullable Object> Stream<R> stream(
            String sql, Binder binder, int fetchSize, ResultReader<R> reader) {
        throw new UnsupportedOperationException("This session has no SQL.");
    }

    /** Whether several statements can be one, which is what a transaction is for. */
    default boolean hasTransactions() {
        return true;
    }

    /** Whether its statements are those of one transaction. */
    default boolean isInTransaction() {
        return false;
    }

    /** The isolation that its transaction was given; null for that of the connection, and outside of transactions. */
    default @Nullable Isolation isolation() {
        return null;
    }

    /**
     * Runs a statement that gives no rows.
     *
     * @return the number of rows that it matched
     */
    long update(String sql, Binder binder);

    /**
     * Runs an insert of one row.
     *
     * @return the number that the database gave the row, or 0 if it gave none
     */
    default long insert(String sql, Binder binder) {
        throw new UnsupportedOperationException("Only databases of SQL number rows.");
    }

    /**
     * Runs an insert that leaves out rows whose keys are there already.
     *
     * @return how many it did insert
     * @throws ConstraintViolation if it left out a row for another reason
     */
    default long insertSkipping(String sql, Binder binder) {
        return update(sql, binder);
    }

    /**
     * The statement that copies rows into a table, for {@link #copy}, where an insert of the same rows would do the same.
     *
     * @param table its quoted name
     * @param columns their quoted names, separated by commas
     * @return null if this session copies none, or this table takes inserts alone
     */
    default @Nullable String copyStatement(String table, String columns) {
        return null;
    }

    /**
     * Sends rows as a stream, in memory that does not grow with their number.
     *
     * @param sql a {@link #copyStatement}
     * @return how many there were
     */
    default long copy(String sql, CopiedRows rows) {
        throw new UnsupportedOperationException("This session copies no rows.");
    }

    /**
     * Runs one statement for many rows of parameters, all of them or none.
     *
     * @return the number of rows that each matched, or {@link java.sql.Statement#SUCCESS_NO_INFO}
     */
    long[] batch(String sql, int count, BatchBinder binder);

    /**
     * Several statements on one connection, without a transaction of their own: what writes more than once belongs in
     * {@link #transaction}.
     */
    <T extends @Nullable Object> T withConnection(SqlWork<T> work);

    /**
     * Commits when the work returns, rolls back when it throws. Inside a transaction it is a savepoint: a failure is
     * undone back to it, and the outer transaction goes on if it catches the exception.
     *
     * <p>After a statement, or a call of several, has failed, the transaction (or the savepoint) can only end: any other statement throws
     * {@link TransactionUnusable}, on every database.
     */
    <T extends @Nullable Object> T transaction(TransactionWork<T> work);

    /**
     * Several statements of one call, all or nothing: in a transaction of its own, or as a part of the one that there
     * is, which can only end if the call fails, as after a single statement. It costs that no savepoint.
     */
    default <T extends @Nullable Object> T together(TransactionWork<T> work) {
        return transaction(work);
    }

    /**
     * The same, and its own transaction is run again if another gets in the way: for work that can be run again without
     * anybody noticing.
     */
    default <T extends @Nullable Object> T atomically(TransactionWork<T> work) {
        return together(work);
    }

    /**
     * As {@link #together} where the server has transactions. Elsewhere the statements follow each other, and what was
     * written before a failure stays.
     */
    default <T extends @Nullable Object> T togetherIfPossible(TransactionWork<T> work) {
        return hasTransactions() ? together(work) : work.run(this);
    }
}
