package dev.flashorm.migrate.engine.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.ServerError.Category;
import java.sql.SQLException;
import java.util.Objects;

/** Error codes of MongoDB ({@code error_codes.yml} of the server; manual, "Error Codes"). */
final class ServerErrors {
    private ServerErrors() {}

    static ServerError of(SQLException thrown) {
        if (!(thrown instanceof MongoFailure failure)) {
            return new ServerError(
                    Category.OTHER, "MongoDB", "", Objects.requireNonNullElse(thrown.getMessage(), "no message"), 0);
        }
        MongoException cause = failure.thrown();
        if (cause instanceof MongoCommandException command) {
            String code = command.getErrorCode() + " (" + command.getErrorCodeName() + ")";
            return new ServerError(category(command.getErrorCode()), "MongoDB", code, command.getErrorMessage(), 0);
        }
        Category category = cause instanceof MongoSecurityException
                ? Category.AUTHENTICATION
                : cause instanceof MongoSocketException || cause instanceof MongoTimeoutException
                        ? Category.CONNECTION
                        : category(cause.getCode());
        return new ServerError(
                category,
                "MongoDB",
                cause.getCode() > 0 ? String.valueOf(cause.getCode()) : "",
                message(Objects.requireNonNullElse(cause.getMessage(), "no message")),
                0);
    }

    /** Where no server answers, the driver prints all it knows of the cluster: the last cause in it is the one to act on. */
    private static String message(String text) {
        String mark = "caused by {";
        int start = text.lastIndexOf(mark) + mark.length();
        int end = text.indexOf('}', start);
        return start < mark.length() || end < 0 ? text.strip() : "no server answered: " + text.substring(start, end);
    }

    private static Category category(int code) {
        return switch (code) {
            case 18 -> Category.AUTHENTICATION;
            case 13, 8000 -> Category.PERMISSION;
            case 24, 46, 50, 112 -> Category.LOCK_TIMEOUT;
            case 14031 -> Category.DISK_FULL;
            case 6, 7, 89, 91, 189, 9001, 10107, 11600, 11602, 13435 -> Category.CONNECTION;
            default -> Category.OTHER;
        };
    }
}
