package dev.flashorm.migrate.engine;

import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryStore;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.sql.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A connection at work on migrations: locks, transactions, and what only this engine knows. */
public interface EngineSession extends AutoCloseable {
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

    /** All that the database holds but the history of migrations; it changes nothing. */
    DatabaseSchema catalog(IntrospectionScope scope) throws SQLException;

    /** The history of migrations in this database. */
    HistoryStore history();

    /**
     * What another migrator has recorded as applied: adopted when Flash has no history of its own yet.
     *
     * @param settled the migration that it left half-way, and that a person has settled; it is left out
     */
    List<HistoryEntry> adopted(Optional<String> settled) throws SQLException;

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

    boolean isClosed() throws SQLException;

    @Override
    void close() throws SQLException;

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
