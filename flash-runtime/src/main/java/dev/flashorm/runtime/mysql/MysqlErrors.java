package dev.flashorm.runtime.mysql;

import dev.flashorm.runtime.CheckViolation;
import dev.flashorm.runtime.ConnectionFailure;
import dev.flashorm.runtime.ConstraintPlace;
import dev.flashorm.runtime.FlashException;
import dev.flashorm.runtime.ForeignKeyViolation;
import dev.flashorm.runtime.NotNullViolation;
import dev.flashorm.runtime.SerializationConflict;
import dev.flashorm.runtime.StatementFailure;
import dev.flashorm.runtime.Timeout;
import dev.flashorm.runtime.UniqueViolation;
import dev.flashorm.runtime.error.BatchErrors;
import dev.flashorm.runtime.error.ErrorTranslator;
import dev.flashorm.runtime.error.ModelNames;
import dev.flashorm.runtime.error.StatementTarget;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By the server's error numbers: "MySQL Server Error Message Reference" and "MariaDB Error Code Reference". */
final class MysqlErrors implements ErrorTranslator {
    private final ModelNames names;

    MysqlErrors(ModelNames names) {
        this.names = names;
    }

    @Override
    public FlashException translate(SQLException thrown, @Nullable String sql) {
        SQLException first = BatchErrors.first(thrown);
        return switch (first.getErrorCode()) {
            // 1062: ER_DUP_ENTRY
            // 1586: ER_DUP_ENTRY_WITH_KEY_NAME
            case 1062, 1586 -> new UniqueViolation(duplicate(first, sql), first);
            // 1451: ER_ROW_IS_REFERENCED_2
            // 1452: ER_NO_REFERENCED_ROW_2
            // 1216: ER_NO_REFERENCED_ROW, without a name for those who may not see the table
            // 1217: ER_ROW_IS_REFERENCED, likewise
            case 1451, 1452, 1216, 1217 -> new ForeignKeyViolation(foreignKey(first, sql), first);
            // 1048: ER_BAD_NULL_ERROR
            // 1364: ER_NO_DEFAULT_FOR_FIELD
            case 1048, 1364 -> new NotNullViolation(notNull(first, sql), first);
            // 3819: ER_CHECK_CONSTRAINT_VIOLATED of MySQL
            // 4025: ER_CONSTRAINT_FAILED of MariaDB
            case 3819, 4025 -> new CheckViolation(check(first, sql), first);
            // 1213: ER_LOCK_DEADLOCK
            // 1020: ER_CHECKREAD, how MariaDB says that a snapshot is too old to write
            // 3101: ER_TRANSACTION_ROLLBACK_DURING_COMMIT of group replication
            case 1213, 1020, 3101 ->
                new SerializationConflict("Another transaction got in the way: " + first.getMessage(), first);
            // 1205: ER_LOCK_WAIT_TIMEOUT
            // 3572: ER_LOCK_NOWAIT
            case 1205, 3572 -> new Timeout("A lock was not to be had in time: " + first.getMessage(), first);
            // 3024: ER_QUERY_TIMEOUT
            // 1969: ER_STATEMENT_TIMEOUT of MariaDB
            // 1317: ER_QUERY_INTERRUPTED
            case 3024, 1969, 1317 -> new Timeout("The database stopped the statement: " + first.getMessage(), first);
            // 1044: ER_DBACCESS_DENIED_ERROR
            // 1045: ER_ACCESS_DENIED_ERROR
            // 1698: ER_ACCESS_DENIED_NO_PASSWORD_ERROR
            case 1044, 1045, 1698 ->
                new ConnectionFailure(
                        "The server refuses the log-in; check user, password and database. " + first.getMessage(),
                        first);
            // 1049: ER_BAD_DB_ERROR
            case 1049 -> new ConnectionFailure("There is no such database. " + first.getMessage(), first);
            // 1040: ER_CON_COUNT_ERROR
            // 1203: ER_TOO_MANY_USER_CONNECTIONS
            case 1040, 1203 -> new ConnectionFailure("The server has no connection left. " + first.getMessage(), first);
            // 1053: ER_SERVER_SHUTDOWN
            // 1927: ER_CONNECTION_KILLED of MariaDB
            // 4031: ER_CLIENT_INTERACTION_TIMEOUT
            case 1053, 1927, 4031 -> new ConnectionFailure("The connection failed: " + first.getMessage(), first);
            default -> byState(first, sql);
        };
    }

    /** What the driver itself throws has no number of the server. */
    private static FlashException byState(SQLException thrown, @Nullable String sql) {
        if (thrown instanceof SQLTimeoutException) {
            return new Timeout("The database stopped the statement: " + thrown.getMessage(), thrown);
        }
        String state = thrown.getSQLState();
        if (state != null && state.startsWith("08")) {
            return new ConnectionFailure("The connection failed: " + thrown.getMessage(), thrown);
        }
        if (state != null && state.startsWith("40")) {
            return new SerializationConflict("Another transaction got in the way: " + thrown.getMessage(), thrown);
        }
        return new StatementFailure(sql, thrown);
    }

    /** {@code Duplicate entry '…' for key 'users.users_email_key'}; MariaDB and old servers leave the table out. */
    private ConstraintPlace duplicate(SQLException thrown, @Nullable String sql) {
        String table = StatementTarget.table(sql);
        String key = MessageNames.of(thrown).last('\'');
        if (key == null) {
            return names.place(table, null, List.of());
        }
        if (table != null && key.startsWith(table + ".")) {
            return names.place(table, key.substring(table.length() + 1), List.of());
        }
        int dot = key.indexOf('.');
        return dot < 0
                ? names.place(table, key, List.of())
                : names.place(key.substring(0, dot), key.substring(dot + 1), List.of());
    }

    /** {@code … (`db`.`posts`, CONSTRAINT `fk` FOREIGN KEY (`author_id`, …) REFERENCES `users` (…) …)}. */
    private ConstraintPlace foreignKey(SQLException thrown, @Nullable String sql) {
        MessageNames message = MessageNames.of(thrown);
        List<String> quoted = message.names();
        if (quoted.size() < 3) {
            return names.place(StatementTarget.table(sql), null, List.of());
        }
        List<String> columns = message.inParentheses("FOREIGN KEY (").names();
        return names.place(quoted.get(1), quoted.get(2), columns);
    }

    /** {@code Column 'email' cannot be null}, {@code Field 'email' doesn't have a default value}. */
    private ConstraintPlace notNull(SQLException thrown, @Nullable String sql) {
        String column = MessageNames.of(thrown).first('\'');
        return names.place(StatementTarget.table(sql), null, column == null ? List.of() : List.of(column));
    }

    /**
     * MySQL: {@code Check constraint 'positive' is violated.} MariaDB: {@code CONSTRAINT `positive` failed for
     * `db`.`accounts`}, or {@code `accounts.balance`} for the constraint of a column.
     */
    private ConstraintPlace check(SQLException thrown, @Nullable String sql) {
        MessageNames message = MessageNames.of(thrown);
        String byMysql = message.first('\'');
        List<String> byMariadb = message.names();
        if (byMysql != null || byMariadb.isEmpty()) {
            return names.place(StatementTarget.table(sql), byMysql, List.of());
        }
        String table = byMariadb.get(byMariadb.size() - 1);
        String constraint = byMariadb.get(0);
        return constraint.startsWith(table + ".")
                ? names.place(table, constraint, List.of(constraint.substring(table.length() + 1)))
                : names.place(table, constraint, List.of());
    }
}
