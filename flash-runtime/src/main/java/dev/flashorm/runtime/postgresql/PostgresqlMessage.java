package dev.flashorm.runtime.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The parts of an error that the server names (manual, "Error and Notice Message Fields").
 *
 * @param columns the one of a NOT NULL, or those of a key
 */
record PostgresqlMessage(@Nullable String table, @Nullable String constraint, List<String> columns) {
    private static final PostgresqlMessage UNKNOWN = new PostgresqlMessage(null, null, List.of());

    static PostgresqlMessage of(SQLException thrown) {
        // Only an exception of this driver shows that its classes are there.
        return thrown.getClass().getName().startsWith("org.postgresql.") ? Fields.of(thrown) : UNKNOWN;
    }

    /** The only place that needs the driver's classes. */
    private static final class Fields {
        static PostgresqlMessage of(SQLException thrown) {
            if (!(thrown instanceof PSQLException exception)) {
                return UNKNOWN;
            }
            ServerErrorMessage message = exception.getServerErrorMessage();
            if (message == null) {
                return UNKNOWN;
            }
            String column = message.getColumn();
            List<String> columns = column == null ? keyColumns(message.getDetail()) : List.of(column);
            return new PostgresqlMessage(message.getTable(), message.getConstraint(), columns);
        }

        /** The detail of a key is {@code Key (a, b)=(1, 2) …} in every language of the server. */
        private static List<String> keyColumns(@Nullable String detail) {
            int end = detail == null ? -1 : detail.indexOf(")=(");
            if (detail == null || end < 0) {
                return List.of();
            }
            List<String> columns = new ArrayList<>();
            for (String name : detail.substring(detail.indexOf('(') + 1, end).split(", ", -1)) {
                boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
                columns.add(quoted ? name.substring(1, name.length() - 1) : name);
            }
            return columns;
        }
    }
}
