package dev.flashorm.runtime.mysql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that a message of the server quotes: nothing else of it is the same in every language of the server. A
 * message may quote a value too, and that may contain anything, so callers say at which end the name is.
 */
final class MessageNames {
    private final String message;

    private MessageNames(String message) {
        this.message = message;
    }

    static MessageNames of(SQLException thrown) {
        return new MessageNames(thrown.getMessage() == null ? "" : thrown.getMessage());
    }

    /** Between the first two quotes; null if there are none. */
    @Nullable
    String first(char quote) {
        int open = message.indexOf(quote);
        int close = open < 0 ? -1 : message.indexOf(quote, open + 1);
        return close < 0 ? null : message.substring(open + 1, close);
    }

    /** Between the last two quotes; null if there are none. */
    @Nullable
    String last(char quote) {
        int close = message.lastIndexOf(quote);
        int open = close <= 0 ? -1 : message.lastIndexOf(quote, close - 1);
        return open < 0 ? null : message.substring(open + 1, close);
    }

    /** All names in backquotes, in order; for messages without values. */
    List<String> names() {
        List<String> found = new ArrayList<>();
        int open = message.indexOf('`');
        while (open >= 0) {
            int close = message.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            found.add(message.substring(open + 1, close));
            open = message.indexOf('`', close + 1);
        }
        return found;
    }

    /** What stands between the given start and the next closing parenthesis. */
    MessageNames inParentheses(String start) {
        int from = message.indexOf(start);
        int to = from < 0 ? -1 : message.indexOf(')', from);
        return new MessageNames(to < 0 ? "" : message.substring(from, to));
    }
}
