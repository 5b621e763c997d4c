package dev.flashorm.migrate.engine.sqlite;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.StepState;
import dev.flashorm.migrate.engine.jdbc.JdbcSession;
import dev.flashorm.migrate.introspect.Introspector;
import dev.flashorm.migrate.introspect.sqlite.CatalogIntrospector;
import dev.flashorm.migrate.sql.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection to a SQLite file. The lock is the exclusive transaction itself: asked for first, and then held. */
final class Session implements JdbcSession {
    /** A command that only reads waits this long for the transaction of a run. */
    static final int READ_PATIENCE_MILLIS = 10_000;

    /** A statement of a run waits as long for the application as on the other databases. */
    private static final int RUN_PATIENCE_MILLIS = 3_000;

    private static final int SHOWN = 10;

    private final Connection connection;
    private final OwnerFile ownerFile;
    private final RebuiltTables rebuilt;
    private boolean checking;
    private Map<String, Integer> violationsBefore = Map.of();

    Session(DatabaseUrl url, Connection connection, String owner) {
        this.connection = connection;
        ownerFile = new OwnerFile(url, owner);
        rebuilt = new RebuiltTables(connection, Engine.LEXICON);
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
        execute("PRAGMA busy_timeout=" + RUN_PATIENCE_MILLIS);
    }

    @Override
    public void restore() throws SQLException {
        execute("PRAGMA foreign_keys=ON");
        execute("PRAGMA legacy_alter_table=OFF");
    }

    @Override
    public void execute(String sql) throws SQLException {
        rebuilt.before(sql);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public boolean tryLock() throws SQLException {
        if (!tryExclusive()) {
            return false;
        }
        execute("ROLLBACK");
        return true;
    }

    @Override
    public Optional<String> lockOwner() {
        return ownerFile.read();
    }

    @Override
    public void unlock() {}

    @Override
    public boolean tryBegin() throws SQLException {
        rebuilt.forget();
        checking = isForeignKeysOff();
        if (!tryExclusive()) {
            return false;
        }
        ownerFile.write();
        try {
            violationsBefore = checking ? violations(new ArrayList<>()) : Map.of();
        } catch (SQLException e) {
            rollback();
            throw e;
        }
        return true;
    }

    /** Waiting for the lock is the executor's: it polls, and says for whom. */
    private boolean tryExclusive() throws SQLException {
        execute("PRAGMA busy_timeout=0");
        try {
            execute("BEGIN EXCLUSIVE");
            return true;
        } catch (SQLException e) {
            if (ServerErrors.isBusy(e)) {
                return false;
            }
            throw e;
        } finally {
            execute("PRAGMA busy_timeout=" + RUN_PATIENCE_MILLIS);
        }
    }

    @Override
    public void commit() throws SQLException, IntegrityException {
        rebuilt.restore();
        if (checking) {
            List<String> rows = new ArrayList<>();
            Map<String, Integer> after = violations(rows);
            for (Map.Entry<String, Integer> entry : after.entrySet()) {
                if (entry.getValue() > violationsBefore.getOrDefault(entry.getKey(), 0)) {
                    throw new IntegrityException("rows point to rows that don't exist: " + entry.getKey(), rows);
                }
            }
        }
        execute("COMMIT");
        ownerFile.delete();
    }

    @Override
    public void rollback() throws SQLException {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // A full disk and some other errors have rolled back already, and then there is nothing to roll back.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
        ownerFile.delete();
    }

    @Override
    public String table(String name) {
        return "main.\"" + name + "\"";
    }

    @Override
    public boolean tableExists(String name) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public String tableOptions() {
        return "";
    }

    @Override
    public String fingerprint(Statement statement) {
        return "";
    }

    /** VACUUM changes nothing that could be seen; what is attached ends with the connection: run it again. */
    @Override
    public StepState probe(Statement statement, String before) {
        return StepState.before("running it again does no harm");
    }

    private boolean isForeignKeysOff() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA foreign_keys")) {
            return rows.next() && rows.getInt(1) == 0;
        }
    }

    /** How many rows of which table point nowhere, and the first of them for people. */
    private Map<String, Integer> violations(List<String> shown) throws SQLException {
        Map<String, Integer> count = new HashMap<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (rows.next()) {
                String row = "`" + rows.getString(1) + "` to `" + rows.getString(3) + "`";
                count.merge(row, 1, Integer::sum);
                if (shown.size() < SHOWN) {
                    shown.add("row " + rows.getString(2) + " of " + row);
                }
            }
        }
        return count;
    }
}
