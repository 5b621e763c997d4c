package dev.flashorm.migrate.engine.postgresql;

import dev.flashorm.migrate.engine.StepState;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.migrate.sql.Token;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Looks into the catalog for what a statement that ran outside of a transaction has done. */
final class StepProbe {
    private static final NameFinder NAMES = new NameFinder();

    private final Connection connection;

    StepProbe(Connection connection) {
        this.connection = connection;
    }

    StepState probe(Statement statement) throws SQLException {
        List<Token> tokens = NAMES.tokens(statement);
        if (isConcurrentIndex(statement)) {
            return createdIndex(tokens);
        }
        if (statement.startsWith("DROP", "INDEX", "CONCURRENTLY")) {
            String name = NAMES.nameAfter(tokens, "CONCURRENTLY");
            return exists("SELECT 1 FROM pg_class WHERE oid = to_regclass(?)", name)
                    ? StepState.before("index " + name + " is there")
                    : StepState.after("index " + name + " is gone");
        }
        if (statement.startsWith("ALTER", "TYPE")) {
            return enumValue(tokens);
        }
        if (statement.startsWith("CREATE", "DATABASE") || statement.startsWith("DROP", "DATABASE")) {
            boolean create = statement.startsWith("CREATE");
            String name = NAMES.bareName(NAMES.nameAfter(tokens, "DATABASE"));
            boolean there = exists("SELECT 1 FROM pg_database WHERE datname = ?", name);
            return there == create
                    ? StepState.after("database " + name + (there ? " is there" : " is gone"))
                    : StepState.before("database " + name + (there ? " is there" : " is not there"));
        }
        if (statement.startsWith("VACUUM")
                || statement.startsWith("REINDEX")
                || statement.startsWith("CLUSTER")
                || statement.startsWith("DISCARD")
                || statement.startsWith("ALTER", "SYSTEM")
                || isValidation(tokens)) {
            return StepState.before("running it again does no harm");
        }
        return StepState.neither("Flash can't tell from the catalog whether it was done");
    }

    /** A failed or interrupted concurrent build leaves an index that is not valid. */
    Optional<String> invalidIndex(Statement statement) throws SQLException {
        if (!isConcurrentIndex(statement)) {
            return Optional.empty();
        }
        List<Token> tokens = NAMES.tokens(statement);
        String name = indexName(tokens);
        return !name.isEmpty()
                        && exists("SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(?) AND NOT indisvalid", name)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static boolean isValidation(List<Token> tokens) {
        int last = tokens.size() - 1;
        return last > 2
                && tokens.get(last - 2).is("VALIDATE")
                && tokens.get(last - 1).is("CONSTRAINT");
    }

    private StepState createdIndex(List<Token> tokens) throws SQLException {
        String name = indexName(tokens);
        if (name.isEmpty()) {
            return StepState.neither("the index has no name in the statement");
        }
        if (!exists("SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(?)", name)) {
            return StepState.before("index " + name + " is not there");
        }
        return exists("SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(?) AND indisvalid", name)
                ? StepState.after("index " + name + " is there and valid")
                : StepState.before("index " + name + " is there, but not valid");
    }

    private StepState enumValue(List<Token> tokens) throws SQLException {
        String type = NAMES.nameAfter(tokens, "TYPE");
        String value = NAMES.stringAfter(tokens, "VALUE");
        if (value.isEmpty()) {
            return StepState.neither("Flash can't tell from the catalog whether it was done");
        }
        String sql = "SELECT 1 FROM pg_enum WHERE enumtypid = to_regtype(?) AND enumlabel = ?";
        return exists(sql, type, value)
                ? StepState.after("type " + type + " has the value '" + value + "'")
                : StepState.before("type " + type + " has no value '" + value + "'");
    }

    private String indexName(List<Token> tokens) {
        String name = NAMES.nameAfter(tokens, "CONCURRENTLY");
        if (name.equalsIgnoreCase("ON")) {
            return "";
        }
        // An index lives in the schema of its table, and the statement names that one only there.
        String table = NAMES.nameAfter(tokens, "ON");
        int dot = table.lastIndexOf('.');
        return dot > 0 ? table.substring(0, dot + 1) + name : name;
    }

    private static boolean isConcurrentIndex(Statement statement) {
        return statement.startsWith("CREATE", "INDEX", "CONCURRENTLY")
                || statement.startsWith("CREATE", "UNIQUE", "INDEX", "CONCURRENTLY");
    }

    private boolean exists(String sql, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
