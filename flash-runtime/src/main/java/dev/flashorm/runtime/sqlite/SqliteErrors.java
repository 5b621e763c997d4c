package dev.flashorm.runtime.sqlite;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By the name of the extended result code, with which the driver begins its messages in brackets ("Result and Error
 * Codes"). Its vendor code has only the eight bits of the primary one.
 */
final class SqliteErrors implements ErrorTranslator {
    private final ModelNames names;

    SqliteErrors(ModelNames names) {
        this.names = names;
    }

    static boolean saysNoTransaction(SQLException thrown) {
        return text(thrown).contains("no transaction is active");
    }

    @Override
    public FlashException translate(SQLException thrown, @Nullable String sql) {
        SQLException first = BatchErrors.first(thrown);
        return switch (resultCode(first)) {
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
                new UniqueViolation(key(first, sql), first);
            // SQLite counts open references, it does not know whose they are.
            case "SQLITE_CONSTRAINT_FOREIGNKEY" ->
                new ForeignKeyViolation(names.place(StatementTarget.table(sql), null, List.of()), first);
            case "SQLITE_CONSTRAINT_NOTNULL" -> new NotNullViolation(key(first, sql), first);
            case "SQLITE_CONSTRAINT_CHECK" ->
                new CheckViolation(names.place(StatementTarget.table(sql), failed(first), List.of()), first);
            case "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED_SHAREDCACHE" ->
                new SerializationConflict("Another transaction got in the way: " + first.getMessage(), first);
            case "SQLITE_BUSY", "SQLITE_BUSY_RECOVERY", "SQLITE_BUSY_TIMEOUT" ->
                new Timeout(
                        "Another program kept the SQLite database locked longer than busy_timeout. "
                                + first.getMessage(),
                        first);
            case "SQLITE_INTERRUPT" -> new Timeout("The statement was stopped: " + first.getMessage(), first);
            case "SQLITE_CANTOPEN", "SQLITE_CANTOPEN_ISDIR", "SQLITE_NOTADB", "SQLITE_AUTH", "SQLITE_PERM" ->
                new ConnectionFailure("The file cannot be opened. " + first.getMessage(), first);
            default -> new StatementFailure(sql, first);
        };
    }

    private static String text(SQLException thrown) {
        return thrown.getMessage() == null ? "" : thrown.getMessage();
    }

    private static String resultCode(SQLException thrown) {
        String message = text(thrown);
        int end = message.startsWith("[") ? message.indexOf(']') : -1;
        return end < 0 ? "" : message.substring(1, end);
    }

    /** What follows {@code UNIQUE constraint failed: } and its like: columns with their table, or a constraint's name. */
    private static @Nullable String failed(SQLException thrown) {
        String marker = " constraint failed: ";
        String message = text(thrown);
        int start = message.indexOf(marker);
        if (start < 0) {
            return null;
        }
        int end = message.endsWith(")") ? message.length() - 1 : message.length();
        return message.substring(start + marker.length(), end);
    }

    /** {@code users.email}, {@code t.a, t.b}, or {@code index 'name'} where the index has expressions. */
    private ConstraintPlace key(SQLException thrown, @Nullable String sql) {
        String failed = failed(thrown);
        if (failed == null) {
            return names.place(StatementTarget.table(sql), null, List.of());
        }
        if (failed.startsWith("index '") && failed.endsWith("'")) {
            String index = failed.substring("index '".length(), failed.length() - 1);
            return names.place(StatementTarget.table(sql), index, List.of());
        }
        String table = StatementTarget.table(sql);
        List<String> columns = new ArrayList<>();
        for (String column : failed.split(", ", -1)) {
            int dot = column.lastIndexOf('.');
            columns.add(column.substring(dot + 1));
            table = dot > 0 ? column.substring(0, dot) : table;
        }
        return names.place(table, null, columns);
    }
}
