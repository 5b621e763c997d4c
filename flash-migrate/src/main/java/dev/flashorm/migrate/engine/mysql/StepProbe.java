package dev.flashorm.migrate.engine.mysql;

import dev.flashorm.migrate.engine.StepState;
import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.migrate.sql.Token;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Compares what a DDL statement touches before and now. Each such statement is whole or not at all (atomic DDL, MySQL
 * 8.0 and MariaDB 10.6): the objects are as they were, or as the statement leaves them, unless somebody else was there;
 * and then lines differ that the statement doesn't name.
 */
final class StepProbe {
    private static final String ABSENT = "absent";

    private final Connection connection;
    private final String database;

    StepProbe(Connection connection, String database) {
        this.connection = connection;
        this.database = database;
    }

    /** Every table, view, routine, trigger or event that a name of the statement means, as the server writes it. */
    String fingerprint(Statement statement) throws SQLException {
        StringBuilder out = new StringBuilder();
        for (String definition : definitions(names(statement))) {
            out.append(definition).append('\n');
        }
        return out.length() == 0 ? ABSENT : out.toString();
    }

    StepState probe(Statement statement, String before) throws SQLException {
        if (isRepeatable(statement)) {
            return StepState.before("running it again does no harm");
        }
        if (!isSeen(statement)) {
            return StepState.neither("Flash can't tell from the catalog whether it was done");
        }
        String now = fingerprint(statement);
        if (now.equals(before)) {
            return StepState.before("the objects it names are as they were");
        }
        Set<String> names = names(statement);
        for (String line : difference(before, now)) {
            if (!line.equals(ABSENT) && !names(line, names)) {
                return StepState.neither("this differs from before, and the step doesn't name it: " + line.strip());
            }
        }
        return StepState.after("the objects it names have changed");
    }

    /** DDL shows in the catalog; a CALL, or rows by themselves, do not. */
    private static boolean isSeen(Statement statement) {
        return statement.startsWith("CREATE")
                || statement.startsWith("ALTER")
                || statement.startsWith("DROP")
                || statement.startsWith("RENAME");
    }

    private static boolean isRepeatable(Statement statement) {
        return statement.startsWith("ANALYZE")
                || statement.startsWith("OPTIMIZE")
                || statement.startsWith("CHECK")
                || statement.startsWith("REPAIR")
                || statement.startsWith("TRUNCATE")
                || statement.startsWith("FLUSH")
                || statement.startsWith("GRANT")
                || statement.startsWith("SET");
    }

    private static Set<String> names(Statement statement) {
        Set<String> names = new HashSet<>();
        for (Token token : SqlFile.tokens(statement, Engine.LEXICON)) {
            if (token.kind() == Token.Kind.QUOTED || token.kind() == Token.Kind.WORD) {
                names.add(token.name().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** Whether a line of a definition names something of the set; a line without a name is the table's own options. */
    private static boolean names(String line, Set<String> names) {
        if (line.strip().startsWith("PRIMARY KEY") && names.contains("primary")) {
            return true;
        }
        boolean any = false;
        for (Token token : SqlFile.tokens(line, Engine.LEXICON)) {
            if (token.kind() == Token.Kind.QUOTED) {
                any = true;
                if (names.contains(token.name().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return !any;
    }

    private static List<String> difference(String before, String now) {
        List<String> left = new ArrayList<>(List.of(before.split("\n", -1)));
        List<String> right = new ArrayList<>(List.of(now.split("\n", -1)));
        left.replaceAll(StepProbe::withoutComma);
        right.replaceAll(StepProbe::withoutComma);
        List<String> different = new ArrayList<>();
        Set<String> both = new HashSet<>(left);
        both.retainAll(new HashSet<>(right));
        left.stream().filter(line -> !both.contains(line)).forEach(different::add);
        right.stream().filter(line -> !both.contains(line)).forEach(different::add);
        return different;
    }

    private static String withoutComma(String line) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }

    private List<String> definitions(Set<String> names) throws SQLException {
        String sql = "SELECT table_type, table_name FROM information_schema.tables WHERE table_schema = ?"
                + " UNION ALL SELECT routine_type, routine_name FROM information_schema.routines"
                + " WHERE routine_schema = ?"
                + " UNION ALL SELECT 'TRIGGER', trigger_name FROM information_schema.triggers WHERE trigger_schema = ?"
                + " UNION ALL SELECT 'EVENT', event_name FROM information_schema.events WHERE event_schema = ?"
                + " ORDER BY 2, 1";
        List<String[]> objects = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= 4; i++) {
                statement.setString(i, database);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String type = rows.getString(1).replace("BASE ", "");
                    String name = rows.getString(2);
                    if (names.contains(name.toLowerCase(Locale.ROOT)) && !type.startsWith("SYSTEM")) {
                        objects.add(new String[] {type, name});
                    }
                }
            }
        }
        List<String> found = new ArrayList<>();
        for (String[] object : objects) {
            found.add(show(object[0], object[1]));
        }
        return found;
    }

    private String show(String type, String name) throws SQLException {
        // TRIGGER, PROCEDURE, FUNCTION and EVENT: the mode comes second, the text third.
        int column = type.equals("TABLE") || type.equals("VIEW") ? 2 : 3;
        if (type.equals("EVENT")) {
            column = 4;
        }
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SHOW CREATE " + type + " " + Engine.quote(database) + "." + Engine.quote(name))) {
            return rows.next() ? withoutCounter(String.valueOf(rows.getString(column))) : ABSENT;
        }
    }

    /** The next number of a table is data, not definition. */
    private static String withoutCounter(String definition) {
        int start = definition.lastIndexOf(" AUTO_INCREMENT=");
        if (start < 0) {
            return definition;
        }
        int end = start + " AUTO_INCREMENT=".length();
        while (end < definition.length() && Character.isDigit(definition.charAt(end))) {
            end++;
        }
        return definition.substring(0, start) + definition.substring(end);
    }
}
