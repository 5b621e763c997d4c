package dev.flashorm.migrate.engine.mysql;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.StepState;
import dev.flashorm.migrate.engine.jdbc.JdbcSession;
import dev.flashorm.migrate.introspect.Introspector;
import dev.flashorm.migrate.introspect.mysql.CatalogIntrospector;
import dev.flashorm.migrate.sql.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A connection to MySQL or MariaDB. The lock is GET_LOCK: the server frees it when the connection ends. */
final class Session implements JdbcSession {
    private static final String OWNER_TABLE = "_flash_lock";
    private static final String[] RESTORED = {
        "foreign_key_checks",
        "unique_checks",
        "sql_mode",
        "time_zone",
        "character_set_client",
        "character_set_results",
        "collation_connection",
        "sql_safe_updates"
    };

    private final DatabaseUrl url;
    private final Connection connection;
    private final String owner;
    private final StepProbe probe;
    private final Map<String, String> settings = new LinkedHashMap<>();

    Session(DatabaseUrl url, Connection connection, String owner) {
        this.url = url;
        this.connection = connection;
        this.owner = owner;
        probe = new StepProbe(connection, url.database());
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
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT @@SESSION." + String.join(", @@SESSION.", RESTORED))) {
            if (rows.next()) {
                for (int i = 0; i < RESTORED.length; i++) {
                    settings.put(RESTORED[i], String.valueOf(rows.getString(i + 1)));
                }
            }
        }
        timeouts();
    }

    private void timeouts() throws SQLException {
        execute("SET SESSION lock_wait_timeout = 3");
        execute("SET SESSION innodb_lock_wait_timeout = 3");
    }

    @Override
    public void restore() throws SQLException {
        if (!url.database().isEmpty()) {
            execute("USE " + Engine.quote(url.database()));
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            execute("SET SESSION " + setting.getKey() + " = " + literal(setting.getValue()));
        }
        timeouts();
    }

    private static String literal(String value) {
        if (value.equals("null")) {
            // As `character_set_results` has it: no conversion.
            return "NULL";
        }
        return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')
                ? value
                : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** A name is cut at 64 characters by the server's rule, and databases share the server's names. */
    private String lockName() {
        String name = "flash migrations of " + url.database();
        return name.length() <= 64
                ? name
                : "flash migrations of #" + Integer.toHexString(url.database().hashCode());
    }

    @Override
    public boolean tryLock() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT GET_LOCK(?, 0)")) {
            statement.setString(1, lockName());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next() || rows.getInt(1) != 1) {
                    return false;
                }
            }
        }
        announce();
        return true;
    }

    /** GET_LOCK says which connection holds it, not whose that is: the holder leaves its name. */
    private void announce() throws SQLException {
        execute("CREATE TABLE IF NOT EXISTS " + table(OWNER_TABLE)
                + " (connection_id BIGINT PRIMARY KEY, owner VARCHAR(255) NOT NULL, since VARCHAR(40) NOT NULL)"
                + tableOptions());
        execute("DELETE FROM " + table(OWNER_TABLE));
        try (var statement = connection.prepareStatement(
                "INSERT INTO " + table(OWNER_TABLE) + " VALUES (CONNECTION_ID(), ?, CAST(UTC_TIMESTAMP() AS CHAR))")) {
            statement.setString(1, owner.length() > 255 ? owner.substring(0, 255) : owner);
            statement.execute();
        }
    }

    @Override
    public Optional<String> lockOwner() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT IS_USED_LOCK(?)")) {
            statement.setString(1, lockName());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next() || rows.getString(1) == null) {
                    return Optional.empty();
                }
                String holder = rows.getString(1);
                return Optional.of(named(holder).orElse("connection " + holder + " of the server"));
            }
        }
    }

    private Optional<String> named(String connectionId) throws SQLException {
        if (!tableExists(OWNER_TABLE)) {
            return Optional.empty();
        }
        try (var statement = connection.prepareStatement(
                "SELECT owner, since FROM " + table(OWNER_TABLE) + " WHERE connection_id = ?")) {
            statement.setString(1, connectionId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(rows.getString(1) + ", connection " + connectionId + ", since "
                                + rows.getString(2) + " UTC")
                        : Optional.empty();
            }
        }
    }

    @Override
    public void unlock() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT RELEASE_LOCK(?)")) {
            statement.setString(1, lockName());
            statement.execute();
        }
    }

    @Override
    public boolean tryBegin() throws SQLException {
        execute("START TRANSACTION");
        return true;
    }

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
        return (url.database().isEmpty() ? "" : Engine.quote(url.database()) + ".") + Engine.quote(name);
    }

    @Override
    public boolean tableExists(String name) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?")) {
            statement.setString(1, url.database());
            statement.setString(2, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public String tableOptions() {
        return " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
    }

    @Override
    public String longText() {
        return "LONGTEXT";
    }

    @Override
    public String fingerprint(Statement statement) throws SQLException {
        return probe.fingerprint(statement);
    }

    @Override
    public StepState probe(Statement statement, String before) throws SQLException {
        return probe.probe(statement, before);
    }
}
