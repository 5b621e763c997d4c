package dev.flashorm.runtime.postgresql;

import dev.flashorm.runtime.connection.CopiedRows;
import dev.flashorm.runtime.connection.CopyControl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** {@code COPY … FROM STDIN}, where the driver's own connection can be had. */
final class PostgresqlCopies implements CopyControl {
    /**
     * Whether COPY does what INSERT does (manual, "COPY"). It is refused by views and where policies of rows are in force, it
     * passes by rules, and it writes numbers into a column that is GENERATED ALWAYS AS IDENTITY.
     */
    private static final String IS_LIKE_INSERT = """
            SELECT c.relkind IN ('r', 'p') AND NOT c.relhasrules AND NOT row_security_active(c.oid)
                AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attidentity = 'a'
                    AND strpos(?, '"' || replace(a.attname, '"', '""') || '"') > 0)
            FROM pg_class c WHERE c.oid = to_regclass(?)""";

    private static final boolean HAS_DRIVER = hasDriver();

    private static boolean hasDriver() {
        try {
            Class.forName("org.postgresql.PGConnection", false, PostgresqlCopies.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    @Override
    public @Nullable String statement(Connection connection, String table, String columns) throws SQLException {
        return HAS_DRIVER && Driver.isReachable(connection) && isLikeInsert(connection, table, columns)
                ? "COPY " + table + " (" + columns + ") FROM STDIN"
                : null;
    }

    private static boolean isLikeInsert(Connection connection, String table, String columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IS_LIKE_INSERT)) {
            statement.setString(1, columns);
            statement.setString(2, table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public long copy(Connection connection, String sql, CopiedRows rows) throws SQLException {
        return Driver.copy(connection, sql, rows);
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        Driver.cancel(connection);
    }

    /** The only place that needs the driver's classes. */
    private static final class Driver {
        /** A pool may hide the driver's connection, or have another driver's. */
        static boolean isReachable(Connection connection) {
            try {
                return connection.isWrapperFor(PGConnection.class);
            } catch (SQLException hidden) {
                return false;
            }
        }

        static long copy(Connection connection, String sql, CopiedRows rows) throws SQLException {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                CopyText text = new CopyText(copy::writeToCopy);
                rows.writeTo(text);
                text.flush();
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        }

        static void cancel(Connection connection) throws SQLException {
            connection.unwrap(PGConnection.class).cancelQuery();
        }
    }
}
