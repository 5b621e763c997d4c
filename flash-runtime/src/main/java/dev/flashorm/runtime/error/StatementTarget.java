package dev.flashorm.runtime.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table that a write names, for errors of databases that do not name it themselves. */
public final class StatementTarget {
    private static final List<String> STARTS =
            List.of("INSERT INTO ", "UPDATE ", "DELETE FROM ", "REPLACE INTO ", "INSERT IGNORE INTO ");

    private StatementTarget() {}

    /** Null if the statement does not begin the way that Flash writes its own. */
    public static @Nullable String table(@Nullable String sql) {
        if (sql == null) {
            return null;
        }
        for (String start : STARTS) {
            if (sql.regionMatches(true, 0, start, 0, start.length())) {
                return name(sql, start.length());
            }
        }
        return null;
    }

    private static @Nullable String name(String sql, int from) {
        if (from >= sql.length()) {
            return null;
        }
        char quote = sql.charAt(from);
        if (quote == '"' || quote == '`') {
            int end = sql.indexOf(quote, from + 1);
            return end < 0 ? null : sql.substring(from + 1, end);
        }
        int end = from;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        return end == from ? null : sql.substring(from, end);
    }
}
