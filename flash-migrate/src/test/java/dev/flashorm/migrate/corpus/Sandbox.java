package dev.flashorm.migrate.corpus;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An empty database with one connection, to run scripts on and to look at; emptied and used again, which is faster. */
final class Sandbox implements AutoCloseable {
    private static final Map<DatabaseName, Deque<TestDatabase>> FREE = new EnumMap<>(DatabaseName.class);

    private final TestDatabase database;
    private final Connection connection;

    Sandbox(DatabaseName name) throws SQLException {
        TestDatabase free =
                FREE.computeIfAbsent(name, key -> new ArrayDeque<>()).poll();
        database = free != null ? free : TestDatabases.create(name);
        connection = DriverManager.getConnection(
                database.jdbcUrl() + (name.provider().equals("mysql") ? "&allowMultiQueries=true" : ""));
    }

    /** Runs a whole script, as the driver takes it at once. */
    void run(String script) throws SQLException {
        if (script.isBlank()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            if (database.name() == DatabaseName.SQLITE) {
                // The driver's execute() stops after the first statement.
                statement.executeUpdate(script);
            } else {
                statement.execute(script);
            }
        }
    }

    /** Runs steps one by one. */
    void run(List<Step> steps) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Step step : steps) {
                for (String sql : step.statements()) {
                    statement.execute(sql);
                }
            }
        }
    }

    Connection connection() {
        return connection;
    }

    /** Everything, in all schemas. */
    DatabaseSchema read() throws SQLException {
        List<String> schemas = new ArrayList<>();
        if (database.name() == DatabaseName.POSTGRESQL) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'")) {
                while (rows.next()) {
                    schemas.add(rows.getString(1));
                }
            }
        }
        return Introspectors.of(database.name().provider()).introspect(connection, new IntrospectionScope(schemas));
    }

    @Override
    public void close() throws SQLException {
        boolean empty = clear();
        connection.close();
        if (empty) {
            FREE.computeIfAbsent(database.name(), key -> new ArrayDeque<>()).add(database);
        } else {
            database.close();
        }
    }

    /** Whether the database is as good as new. */
    private boolean clear() {
        String sql = switch (database.name()) {
            case POSTGRESQL -> """
                        DO $$ DECLARE s text; BEGIN
                          FOR s IN SELECT quote_ident(nspname) FROM pg_namespace
                              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                            EXECUTE 'DROP SCHEMA ' || s || ' CASCADE';
                          END LOOP;
                          CREATE SCHEMA public;
                        END $$""";
            case MARIADB, MYSQL ->
                "SET @name = DATABASE(); SET @sql = CONCAT('DROP DATABASE ', @name); PREPARE s FROM @sql; EXECUTE s;"
                        + " SET @sql = CONCAT('CREATE DATABASE ', @name); PREPARE s FROM @sql; EXECUTE s";
            case SQLITE, MONGODB -> "";
        };
        if (sql.isEmpty()) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
