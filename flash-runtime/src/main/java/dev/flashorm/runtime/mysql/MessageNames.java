package dev.flashorm.runtime.mysql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The names that a message of the server quotes: nothing else of it is the same in every language of the server. */
final class MessageNames {
    private MessageNames() {}

    /** Everything between two of the given quotes, in order. A message in which they do not pair gives the last pair. */
    static List<String> quoted(SQLException thrown, char quote) {
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        List<String> found = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < message.length(); i++) {
            if (message.charAt(i) != quote) {
                continue;
            }
            if (open < 0) {
                open = i;
            } else {
                found.add(message.substring(open + 1, i));
                open = -1;
            }
        }
        if (open > 0) {
            // An odd quote, as of a value like O'Hara: only the end of the message is certain.
            int before = message.lastIndexOf(quote, open - 1);
            found.clear();
            if (before >= 0) {
                found.add(message.substring(before + 1, open));
            }
        }
        return found;
    }

    /** The names in backquotes between the given start and the next closing parenthesis. */
    static List<String> inParentheses(SQLException thrown, String start) {
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        int from = message.indexOf(start);
        int to = from < 0 ? -1 : message.indexOf(')', from);
        return to < 0 ? List.of() : quoted(new SQLException(message.substring(from, to)), '`');
    }
}
