package dev.flashorm.runtime.connection;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How a database takes many rows of one table as a stream, beside its statements with parameters. */
public interface CopyControl {
    /** That of a database that has nothing of the kind. */
    CopyControl NONE = new CopyControl() {
        @Override
        public @Nullable String statement(Connection connection, String table, String columns) {
            return null;
        }

        @Override
        public long copy(Connection connection, String sql, CopiedRows rows) throws SQLException {
            throw new SQLException("This database copies no rows.");
        }

        @Override
        public void cancel(Connection connection) {}
    };

    /**
     * The statement that copies rows into a table, if an insert of the same rows would do the same.
     *
     * @param table its quoted name
     * @param columns their quoted names, separated by commas
     * @return null if this connection copies none, or this table takes inserts alone
     */
    @Nullable
    String statement(Connection connection, String table, String columns) throws SQLException;

    /**
     * Sends the rows of a {@link #statement}, in memory that does not grow with their number.
     *
     * @return how many there were
     */
    long copy(Connection connection, String sql, CopiedRows rows) throws SQLException;

    /** Stops, from another thread, the copy that is going on; without one it does nothing. */
    void cancel(Connection connection) throws SQLException;
}
