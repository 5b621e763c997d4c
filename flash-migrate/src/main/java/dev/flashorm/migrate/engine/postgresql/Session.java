package dev.flashorm.migrate.engine.postgresql;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.StepState;
import dev.flashorm.migrate.engine.jdbc.JdbcSession;
import dev.flashorm.migrate.introspect.Introspector;
import dev.flashorm.migrate.introspect.postgresql.CatalogIntrospector;
import dev.flashorm.migrate.sql.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A connection to PostgreSQL. The lock is a session advisory lock: the server frees it when the connection ends. */
final class Session implements JdbcSession {
    /** `flash` and `migr` in ASCII: the two halves of the advisory lock's key. */
    private static final String LOCK_KEY = "1718378856, 1835624306";

    private final DatabaseUrl url;
    private final Connection connection;
    private final String owner;
    private final StepProbe probe;
    private String schema = "";

    Session(DatabaseUrl url, Connection connection, String owner) {
        this.url = url;
        this.connection = connection;
        this.owner = owner;
        probe = new StepProbe(connection);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Introspector introspector() {
        return new CatalogIntrospector();
    }

    @Override
    public void prepare() throws SQLException {
        if (url.schema().isPresent() && schema().isEmpty()) {
            execute("CREATE SCHEMA IF NOT EXISTS " + Engine.quote(url.schema().get()));
            schema = "";
        }
        settings();
    }

    private void settings() throws SQLException {
        execute("SET lock_timeout = '3s'");
        execute("SET idle_in_transaction_session_timeout = 0");
        try (var statement = connection.prepareStatement("SELECT set_config('application_name', ?, false)")) {
            // The server keeps 63 bytes.
            statement.setString(1, owner.length() > 63 ? owner.substring(0, 63) : owner);
            statement.execute();
        }
        if (connection.getMetaData().getDatabaseMajorVersion() >= 14) {
            try {
                // A killed runner's statement, and its lock, end within a second.
                execute("SET client_connection_check_interval = '1s'");
            } catch (SQLException e) {
                // Not on every platform; then the statement runs to its end first.
                return;
            }
        }
    }

    @Override
    public void restore() throws SQLException {
        execute("RESET SESSION AUTHORIZATION");
        execute("RESET ALL");
        settings();
    }

    @Override
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    @Override
    public boolean tryLock() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK_KEY + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Override
    public Optional<String> lockOwner() throws SQLException {
        String sql = "SELECT a.application_name, a.pid, a.backend_start::timestamp(0) FROM pg_locks l"
                + " JOIN pg_stat_activity a ON a.pid = l.pid JOIN pg_database d ON d.oid = l.database"
                + " WHERE l.locktype = 'advisory' AND l.granted AND d.datname = current_database()"
                + " AND (l.classid, l.objid) = (" + LOCK_KEY + ")";
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next()
                    ? Optional.of(rows.getString(1) + ", server process " + rows.getInt(2) + ", connected since "
                            + rows.getString(3))
                    : Optional.empty();
        }
    }

    @Override
    public void unlock() throws SQLException {
        execute("SELECT pg_advisory_unlock(" + LOCK_KEY + ")");
    }

    @Override
    public boolean tryBegin() throws SQLException {
        execute("BEGIN");
        return true;
    }

    /** A COMMIT of a transaction that has failed is answered with ROLLBACK, not with an error. */
    @Override
    public void commit() throws SQLException {
        execute("COMMIT");
    }

    @Override
    public void rollback() throws SQLException {
        execute("ROLLBACK");
    }

    @Override
    public String table(String name) {
        return Engine.quote(schema) + ".\"" + name + "\"";
    }

    @Override
    public boolean tableExists(String name) throws SQLException {
        if (schema().isEmpty()) {
            return false;
        }
        try (var statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, table(name));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** The schema of our tables: the one that was current when the session began, whatever a migration sets. */
    private String schema() throws SQLException {
        if (schema.isEmpty()) {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT coalesce(current_schema(), '')")) {
                schema = rows.next() ? rows.getString(1) : "";
            }
        }
        return schema;
    }

    @Override
    public String tableOptions() {
        return "";
    }

    @Override
    public String fingerprint(Statement statement) throws SQLException {
        return probe.probe(statement).kind().name();
    }

    @Override
    public StepState probe(Statement statement, String before) throws SQLException {
        return before.equals(StepState.Kind.AFTER.name())
                ? StepState.before("it was so already before the step")
                : probe.probe(statement);
    }

    @Override
    public Optional<String> clean(Statement statement) throws SQLException {
        Optional<String> invalid = probe.invalidIndex(statement);
        if (invalid.isPresent()) {
            execute("DROP INDEX CONCURRENTLY IF EXISTS " + invalid.get());
        }
        return invalid.map(index -> "the invalid index " + index + " that the failed build left was dropped");
    }
}
