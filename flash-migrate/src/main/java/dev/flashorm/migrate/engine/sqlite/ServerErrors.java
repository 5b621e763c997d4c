package dev.flashorm.migrate.engine.sqlite;

import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.ServerError.Category;
import java.sql.SQLException;
import java.util.Objects;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The result codes of SQLite. */
final class ServerErrors {
    private ServerErrors() {}

    static ServerError of(SQLException thrown) {
        if (!(thrown instanceof SQLiteException error)) {
            return new ServerError(Category.OTHER, "SQLite", String.valueOf(thrown.getErrorCode()), text(thrown), 0);
        }
        SQLiteErrorCode code = error.getResultCode();
        Category category = switch (code.code & 0xff) {
            case 5, 6 -> Category.LOCK_TIMEOUT;
            case 3, 8, 23 -> Category.PERMISSION;
            case 13 -> Category.DISK_FULL;
            case 14 -> Category.CONNECTION;
            default -> Category.OTHER;
        };
        return new ServerError(category, "SQLite", code.name(), text(thrown), 0);
    }

    static boolean isBusy(SQLException thrown) {
        return of(thrown).category() == Category.LOCK_TIMEOUT;
    }

    /** The driver puts the code before the text and the meaning behind it; the text is what SQLite said. */
    private static String text(SQLException thrown) {
        String message = Objects.requireNonNullElse(thrown.getMessage(), "no message");
        int open = message.indexOf(" (");
        if (message.startsWith("[") && open > 0 && message.endsWith(")")) {
            return message.substring(open + 2, message.length() - 1);
        }
        return message;
    }
}
