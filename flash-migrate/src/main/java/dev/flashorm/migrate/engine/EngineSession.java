package dev.flashorm.migrate.engine;

import dev.flashorm.migrate.sql.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One connection at work on migrations: locks, transactions, and what only this engine knows. */
public interface EngineSession {
    /** Sets what a run needs: short waits for locks, the schema. Only for runs that write. */
    void prepare() throws SQLException;

    /** Puts back what a migration's own statements may have set. */
    void restore() throws SQLException;

    /** Runs one statement of a migration as it is written. */
    void execute(String sql) throws SQLException;

    /** Tries to become the only runner, without waiting; the lock ends with the session at the latest. */
    boolean tryLock() throws SQLException;

    /** Who holds the lock, as far as the engine tells. */
    Optional<String> lockOwner() throws SQLException;

    void unlock() throws SQLException;

    /** Tries to begin, without waiting: false when another runner is in its transaction. */
    boolean tryBegin() throws SQLException;

    /** @throws IntegrityException when the data contradicts the schema; the transaction is still open then */
    void commit() throws SQLException, IntegrityException;

    void rollback() throws SQLException;

    /** A table of ours as SQL names it, whatever the current schema is. */
    String table(String name);

    boolean tableExists(String name) throws SQLException;

    /** What follows the columns in the CREATE TABLE of a table of ours. */
    String tableOptions();

    /** The type of a column for text of any length. */
    default String longText() {
        return "TEXT";
    }

    /** The objects that a statement touches, as text: equal before and after when it has done nothing. */
    String fingerprint(Statement statement) throws SQLException;

    /**
     * Finds out how far a step came whose end nobody saw.
     *
     * @param before the fingerprint when it began
     */
    StepState probe(Statement statement, String before) throws SQLException;

    /** Takes away what a failed step left behind, if the engine leaves something; what it did, for people. */
    default Optional<String> clean(Statement statement) throws SQLException {
        return Optional.empty();
    }

    /** Rows that contradict the schema. */
    final class IntegrityException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<String> rows;

        public IntegrityException(String message, List<String> rows) {
            super(message);
            this.rows = List.copyOf(rows);
        }

        /** At most ten of them, a line each. */
        public List<String> rows() {
            return rows;
        }
    }
}
