package dev.flashorm.migrate.engine.mysql;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.jdbc.JdbcScratch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Databases of their own on a MySQL or MariaDB server. */
final class Scratch extends JdbcScratch {
    /** ER_NO_SUCH_THREAD: it has ended by itself. */
    private static final int NO_SUCH_THREAD = 1094;

    Scratch(Engine engine) {
        super(engine);
    }

    @Override
    public DatabaseUrl address(DatabaseUrl beside, String name) {
        return beside.withDatabase(name);
    }

    /** Tables take the character set of their database: one of another would make other tables. */
    @Override
    public void create(DatabaseUrl beside, DatabaseUrl scratch) throws SQLException {
        try (Connection connection = connect(beside.withDatabase(""))) {
            String options = "";
            try (var statement = connection.prepareStatement("SELECT default_character_set_name,"
                    + " default_collation_name FROM information_schema.schemata WHERE schema_name = ?")) {
                statement.setString(1, beside.database());
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        options = " CHARACTER SET " + rows.getString(1) + " COLLATE " + rows.getString(2);
                    }
                }
            }
            execute(connection, "CREATE DATABASE " + Engine.quote(scratch.database()) + options);
        }
    }

    @Override
    public void drop(DatabaseUrl beside, DatabaseUrl scratch) throws SQLException {
        try (Connection connection = connect(beside.withDatabase(""))) {
            execute(connection, "SET SESSION lock_wait_timeout = 10");
            endOthers(connection, scratch);
            execute(connection, "DROP DATABASE IF EXISTS " + Engine.quote(scratch.database()));
        }
    }

    /** A statement that still runs there would keep DROP DATABASE waiting. */
    private static void endOthers(Connection connection, DatabaseUrl scratch) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (var statement = connection.prepareStatement(
                "SELECT id FROM information_schema.processlist WHERE db = ? AND id <> connection_id()")) {
            statement.setString(1, scratch.database());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        for (Long id : ids) {
            try {
                execute(connection, "KILL " + id);
            } catch (SQLException e) {
                if (e.getErrorCode() != NO_SUCH_THREAD) {
                    throw e;
                }
            }
        }
    }

    @Override
    protected List<String> contents(Connection connection, DatabaseUrl url) throws SQLException {
        return names(
                connection,
                url,
                "SELECT '', table_name FROM information_schema.tables WHERE table_schema = ? LIMIT 20");
    }

    @Override
    protected void clear(Connection connection, DatabaseUrl url) throws SQLException {
        List<String> drops = new ArrayList<>();
        drops.addAll(names(
                connection,
                url,
                "SELECT concat('DROP ', if(table_type = 'VIEW', 'VIEW', 'TABLE'), ' '), table_name"
                        + " FROM information_schema.tables WHERE table_schema = ?"));
        drops.addAll(names(
                connection,
                url,
                "SELECT concat('DROP ', routine_type, ' '), routine_name"
                        + " FROM information_schema.routines WHERE routine_schema = ?"));
        drops.addAll(names(
                connection,
                url,
                "SELECT 'DROP EVENT ', event_name FROM information_schema.events WHERE event_schema = ?"));
        execute(connection, "SET SESSION foreign_key_checks = 0");
        for (String drop : drops) {
            execute(connection, drop);
        }
        execute(connection, "SET SESSION foreign_key_checks = 1");
    }

    private static List<String> names(Connection connection, DatabaseUrl url, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, url.database());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(2);
                    names.add(rows.getString(1).isEmpty() ? name : rows.getString(1) + Engine.quote(name));
                }
            }
        }
        return names;
    }
}
