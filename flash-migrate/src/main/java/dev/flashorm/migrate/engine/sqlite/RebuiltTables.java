package dev.flashorm.migrate.engine.sqlite;

import dev.flashorm.migrate.engine.EngineSession.IntegrityException;
import dev.flashorm.migrate.sql.Lexicon;
import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.migrate.sql.Token;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings back what DROP TABLE takes along, where a migration drops a table to make it anew: triggers, and indexes with an
 * expression or a condition. One that is meant to go is dropped by the file itself, before the table. Plain indexes stay
 * away: the files of other tools drop them by dropping the table, and make again what is to stay.
 */
final class RebuiltTables {
    private static final String TAKEN_ALONG = """
            SELECT tbl_name, type, name, sql FROM main.sqlite_master m
             WHERE tbl_name = ? COLLATE NOCASE AND sql IS NOT NULL
               AND (type = 'trigger'
                    OR (type = 'index'
                        AND (EXISTS (SELECT 1 FROM pragma_index_list(m.tbl_name) l WHERE l.name = m.name AND l.partial)
                             OR EXISTS (SELECT 1 FROM pragma_index_xinfo(m.name) x WHERE x.key AND x.cid = -2))))
            """;

    private final Connection connection;
    private final Lexicon lexicon;
    private final List<Dependent> taken = new ArrayList<>();

    RebuiltTables(Connection connection, Lexicon lexicon) {
        this.connection = connection;
        this.lexicon = lexicon;
    }

    /** A trigger or an index. */
    private record Dependent(String table, String kind, String name, String sql) {}

    void forget() {
        taken.clear();
    }

    /** Is to be called before each statement. */
    void before(String sql) throws SQLException {
        // Most statements are long and no DROP: they are not cut into tokens.
        if (!sql.regionMatches(true, 0, "DROP", 0, 4)) {
            return;
        }
        List<Token> tokens = SqlFile.tokens(sql, lexicon);
        if (tokens.size() < 3 || !tokens.get(0).is("DROP") || !tokens.get(1).is("TABLE")) {
            return;
        }
        String table = tokens.get(tokens.size() - 1).name();
        try (var statement = connection.prepareStatement(TAKEN_ALONG)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taken.add(
                            new Dependent(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
    }

    /** Makes again what is missing on tables that are there again; is to be called before the end of the transaction. */
    void restore() throws SQLException, IntegrityException {
        for (Dependent dependent : taken) {
            if (!exists(dependent.table()) || exists(dependent.name())) {
                continue;
            }
            try (var statement = connection.createStatement()) {
                statement.execute(dependent.sql());
            } catch (SQLException e) {
                throw new IntegrityException(
                        "the " + dependent.kind() + " `" + dependent.name() + "` of `" + dependent.table()
                                + "` does not fit the table any more",
                        List.of(String.valueOf(e.getMessage()), dependent.sql()));
            }
        }
        taken.clear();
    }

    private boolean exists(String name) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT 1 FROM main.sqlite_master WHERE name = ? COLLATE NOCASE")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
