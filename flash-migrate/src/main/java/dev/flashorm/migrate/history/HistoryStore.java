package dev.flashorm.migrate.history;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The history of migrations in a database; transactions, where there are any, are the caller's. */
public interface HistoryStore {
    /** The table or collection. */
    String TABLE = "_flash_migrations";

    boolean exists() throws SQLException;

    /** Makes it, where it isn't there. */
    void create() throws SQLException;

    /** Nothing, where it isn't there. In the order of application. */
    List<HistoryEntry> read() throws SQLException;

    Optional<HistoryEntry> find(String id) throws SQLException;

    /** Writes the row, whether it was there or not: one statement changes it, never two. */
    void save(HistoryEntry entry) throws SQLException;

    void delete(String id) throws SQLException;

    /** Takes all rows away; the table stays. */
    void clear() throws SQLException;
}
