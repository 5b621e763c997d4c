package dev.flashorm.benchmarks.contestant.handwritten;

import dev.flashorm.benchmarks.contestant.Pools;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.model.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteConnection;

/** The driver keeps no prepared statements, so that we keep them for each connection. */
final class SqliteExpert extends Expert {
    private static final int ROWS_EACH = 100;

    private final Map<Connection, Map<String, PreparedStatement>> prepared = new ConcurrentHashMap<>();

    SqliteExpert(String jdbcUrl) {
        super(Pools.open(jdbcUrl, Map.of("jdbc.get_generated_keys", "false")), Values.SQLITE);
    }

    @Override
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        Connection physical = connection.unwrap(SQLiteConnection.class);
        Map<String, PreparedStatement> mine = prepared.computeIfAbsent(physical, unused -> new HashMap<>());
        PreparedStatement statement = mine.get(sql);
        if (statement == null) {
            statement = physical.prepareStatement(sql);
            mine.put(sql, statement);
        }
        return statement;
    }

    @Override
    void done(PreparedStatement statement) {
        // It is kept.
    }

    /** Statements of a fixed size: every count of the tasks is a multiple of it. */
    @Override
    List<Entry> insert(Connection connection, List<Entry> entries) throws SQLException {
        PreparedStatement statement = prepare(connection, Sql.rows(Sql.INSERT, ROWS_EACH) + Sql.RETURNING);
        List<Entry> inserted = new ArrayList<>(entries.size());
        for (int from = 0; from < entries.size(); from += ROWS_EACH) {
            for (int i = 0; i < ROWS_EACH; i++) {
                rows.bind(statement, 1 + i * 5, entries.get(from + i));
            }
            inserted.addAll(entries(statement));
        }
        return inserted;
    }

    @Override
    PreparedStatement byKeys(Connection connection, String select, int[] keys) throws SQLException {
        PreparedStatement statement = prepare(connection, select + Sql.in(keys.length) + Sql.BY_KEY);
        for (int i = 0; i < keys.length; i++) {
            statement.setInt(i + 1, keys[i]);
        }
        return statement;
    }
}
