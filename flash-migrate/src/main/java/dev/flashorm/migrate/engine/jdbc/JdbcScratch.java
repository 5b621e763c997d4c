package dev.flashorm.migrate.engine.jdbc;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.ScratchMaker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Databases to try things out in, on a server that speaks SQL. */
public abstract class JdbcScratch implements ScratchMaker {
    private final JdbcEngine engine;

    protected JdbcScratch(JdbcEngine engine) {
        this.engine = engine;
    }

    protected final Connection connect(DatabaseUrl url) throws SQLException {
        return engine.connect(url);
    }

    protected static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public final boolean isMarked(DatabaseUrl url) throws SQLException {
        try (Connection connection = connect(url)) {
            return engine.session(url, connection, MARK).tableExists(MARK);
        }
    }

    @Override
    public final void mark(DatabaseUrl url) throws SQLException {
        try (Connection connection = connect(url)) {
            JdbcSession session = engine.session(url, connection, MARK);
            if (!session.tableExists(MARK)) {
                execute(connection, "CREATE TABLE " + session.table(MARK) + " (id INTEGER)");
            }
        }
    }

    @Override
    public final List<String> contents(DatabaseUrl url) throws SQLException {
        try (Connection connection = connect(url)) {
            return contents(connection, url);
        }
    }

    @Override
    public final void clear(DatabaseUrl url) throws SQLException {
        try (Connection connection = connect(url)) {
            clear(connection, url);
        }
    }

    /** See {@link #contents(DatabaseUrl)}. */
    protected abstract List<String> contents(Connection connection, DatabaseUrl url) throws SQLException;

    /** See {@link #clear(DatabaseUrl)}. */
    protected abstract void clear(Connection connection, DatabaseUrl url) throws SQLException;
}
