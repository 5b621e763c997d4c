package dev.flashorm.migrate.engine.postgresql;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.jdbc.JdbcScratch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Databases of their own on a PostgreSQL server. */
final class Scratch extends JdbcScratch {
    private static final int DROPS_BY_FORCE = 13;

    /** A statement a row: those of `template0` are there already, and those that others need come first. */
    private static final String INSTALL_EXTENSIONS =
            "SELECT CASE WHEN n.nspname IN ('public', 'pg_catalog') THEN '' ELSE format('CREATE SCHEMA IF NOT EXISTS %I; ',"
                    + " n.nspname) END || format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I CASCADE', e.extname,"
                    + " n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace"
                    + " WHERE e.extname <> 'plpgsql' ORDER BY e.oid";

    private final Engine engine;

    Scratch(Engine engine) {
        super(engine);
        this.engine = engine;
    }

    @Override
    public DatabaseUrl address(DatabaseUrl beside, String name) {
        return beside.withDatabase(name);
    }

    /** With the extensions of the other: what a migration is written for has them, whoever has installed them there. */
    @Override
    public void create(DatabaseUrl beside, DatabaseUrl scratch) throws SQLException {
        List<String> extensions;
        try (Connection connection = server(beside)) {
            execute(connection, "CREATE DATABASE " + Engine.quote(scratch.database()) + " TEMPLATE template0");
            extensions = names(connection, INSTALL_EXTENSIONS);
        }
        prepare(scratch);
        if (!extensions.isEmpty()) {
            try (Connection connection = connect(scratch)) {
                for (String statement : extensions) {
                    execute(connection, statement);
                }
            }
        }
    }

    /** The address may name a schema, which a new database does not have. */
    private void prepare(DatabaseUrl scratch) throws SQLException {
        if (scratch.schema().isPresent()) {
            try (Connection connection = connect(scratch)) {
                execute(
                        connection,
                        "CREATE SCHEMA IF NOT EXISTS "
                                + Engine.quote(scratch.schema().get()));
            }
        }
    }

    @Override
    public void drop(DatabaseUrl beside, DatabaseUrl scratch) throws SQLException {
        try (Connection connection = server(beside)) {
            boolean force = connection.getMetaData().getDatabaseMajorVersion() >= DROPS_BY_FORCE;
            execute(
                    connection,
                    "DROP DATABASE IF EXISTS " + Engine.quote(scratch.database()) + (force ? " WITH (FORCE)" : ""));
        }
    }

    /** The database of the address may not be there yet; that of the server always is. */
    private Connection server(DatabaseUrl beside) throws SQLException {
        try {
            return connect(beside);
        } catch (SQLException e) {
            if (engine.error(e).category() == ServerError.Category.UNKNOWN_DATABASE) {
                return connect(beside.withDatabase("postgres"));
            }
            throw e;
        }
    }

    @Override
    protected List<String> contents(Connection connection, DatabaseUrl url) throws SQLException {
        return names(
                connection,
                "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND n.nspname NOT LIKE 'pg\\_%'"
                        + " AND n.nspname <> 'information_schema' ORDER BY 1 LIMIT 20");
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Override
    protected void clear(Connection connection, DatabaseUrl url) throws SQLException {
        List<String> schemas = names(
                connection,
                "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'");
        for (String schema : schemas) {
            execute(connection, "DROP SCHEMA " + Engine.quote(schema) + " CASCADE");
        }
        execute(connection, "CREATE SCHEMA IF NOT EXISTS public");
        prepare(url);
    }
}
