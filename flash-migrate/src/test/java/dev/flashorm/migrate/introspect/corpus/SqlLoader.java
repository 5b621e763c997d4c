package dev.flashorm.migrate.introspect.corpus;

import dev.flashorm.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs scripts as the command-line clients of the databases write and read them, as far as they make schemas. */
public final class SqlLoader {
    private final String script;
    private final boolean backslashes;
    private String delimiter = ";";

    private SqlLoader(String script, boolean backslashes) {
        this.script = script;
        this.backslashes = backslashes;
    }

    /** Runs a script; the first statement that fails ends it. */
    public static void run(TestDatabase database, byte[] script) throws SQLException {
        boolean mysql = database.name().provider().equals("mysql");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (mysql) {
                statement.execute("SET SESSION sql_mode = '', FOREIGN_KEY_CHECKS = 0");
            }
            String text = new String(script, StandardCharsets.UTF_8);
            for (String sql : new SqlLoader(text, mysql).statements()) {
                if (!isBeside(sql)) {
                    try {
                        statement.execute(sql);
                    } catch (SQLException e) {
                        throw new SQLException(
                                sql.substring(0, Math.min(300, sql.length())) + ": " + e.getMessage(), e);
                    }
                }
            }
        }
    }

    /** What makes no part of a schema: rows, whole databases, roles, modes that the server may not know any more. */
    private static boolean isBeside(String sql) {
        String start = sql.substring(0, Math.min(sql.length(), 20)).toUpperCase(Locale.ROOT);
        if (start.startsWith("SET ") || start.startsWith("/*!50003 SET ")) {
            return sql.toUpperCase(Locale.ROOT).contains("SQL_MODE");
        }
        return start.startsWith("CREATE DATABASE")
                || start.startsWith("DROP DATABASE")
                || start.startsWith("USE ")
                || start.startsWith("SOURCE ")
                || start.startsWith("FLUSH ")
                || start.startsWith("INSERT ")
                || start.startsWith("COPY ")
                || start.startsWith("CREATE ROLE ")
                || start.startsWith("CREATE USER ")
                || start.startsWith("ALTER DEFAULT ")
                || start.startsWith("GRANT ")
                || start.startsWith("REVOKE ")
                || (start.startsWith("ALTER ") && sql.toUpperCase(Locale.ROOT).contains(" OWNER TO "));
    }

    private List<String> statements() {
        List<String> found = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int i = 0;
        while (i < script.length()) {
            char c = script.charAt(i);
            boolean lineStart = isBlank(current);
            int end = i + 1;
            if (script.startsWith("--", i) || (c == '#' && backslashes) || (lineStart && c == '\\')) {
                int line = script.indexOf('\n', i);
                i = line < 0 ? script.length() : line + 1;
                current.append('\n');
                continue;
            }
            if (lineStart && script.regionMatches(true, i, "DELIMITER ", 0, 10)) {
                int line = script.indexOf('\n', i);
                delimiter = script.substring(i + 10, line).strip();
                i = line + 1;
                continue;
            }
            if (script.startsWith("/*", i) && !script.startsWith("/*!", i) && !script.startsWith("/*M!", i)) {
                int close = script.indexOf("*/", i + 2);
                i = close < 0 ? script.length() : close + 2;
                continue;
            }
            if (c == '\'' || c == '"' || c == '`') {
                end = quoted(i);
            } else if (c == '$' && !backslashes) {
                end = dollarQuoted(i);
            } else if (script.startsWith(delimiter, i)) {
                i += delimiter.length();
                if (isCopy(current)) {
                    // Its rows follow, up to a line with nothing but this.
                    int rows = script.indexOf("\n\\.", i);
                    i = rows < 0 ? script.length() : rows + 3;
                }
                add(found, current);
                continue;
            } else if (lineStart && script.regionMatches(true, i, "CREATE TRIGGER", 0, 14) && delimiter.equals(";")) {
                end = triggerEnd(i);
            }
            current.append(script, i, end);
            i = end;
        }
        add(found, current);
        return found;
    }

    private static boolean isCopy(StringBuilder statement) {
        String sql = statement.toString().strip().toUpperCase(Locale.ROOT);
        return sql.startsWith("COPY ") && sql.contains("FROM STDIN");
    }

    private static boolean isBlank(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    /** A SQLite trigger holds statements up to its END. */
    private int triggerEnd(int start) {
        String upper = script.toUpperCase(Locale.ROOT);
        int semicolon = upper.indexOf(';', start);
        int begin = upper.indexOf("BEGIN", start);
        if (backslashes || begin < 0 || begin > semicolon) {
            return start + 1;
        }
        int end = begin;
        do {
            end = upper.indexOf("END", end + 1);
        } while (end >= 0 && !upper.substring(end + 3).stripLeading().startsWith(";"));
        return end < 0 ? start + 1 : end + 3;
    }

    private static void add(List<String> found, StringBuilder current) {
        String sql = current.toString().strip();
        if (!sql.isEmpty()) {
            found.add(sql);
        }
        current.setLength(0);
    }

    private int quoted(int start) {
        char quote = script.charAt(start);
        for (int i = start + 1; i < script.length(); i++) {
            char c = script.charAt(i);
            if (c == '\\' && backslashes && quote != '`') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return script.length();
    }

    private int dollarQuoted(int start) {
        int tagEnd = script.indexOf('$', start + 1);
        if (tagEnd < 0
                || !script.substring(start + 1, tagEnd)
                        .chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || c == '_')) {
            return start + 1;
        }
        String tag = script.substring(start, tagEnd + 1);
        int close = script.indexOf(tag, tagEnd + 1);
        return close < 0 ? script.length() : close + tag.length();
    }
}
