package dev.flashorm.benchmarks.contestant;

import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.User;
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
public final class HandWrittenSqlite extends HandWritten {
    private static final int ROWS_EACH = 100;
    private static final String INSERT_MANY = Sql.INSERT + ", (?, ?, ?, ?, ?)".repeat(ROWS_EACH - 1) + Sql.RETURNING;

    private final Map<Connection, Map<String, PreparedStatement>> prepared = new ConcurrentHashMap<>();

    public HandWrittenSqlite(String jdbcUrl) {
        super(Pools.open(jdbcUrl, Values.SQLITE, Map.of("jdbc.get_generated_keys", "false")), Values.SQLITE);
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

    @Override
    List<Entry> insert(Connection connection, List<Entry> entries) throws SQLException {
        PreparedStatement statement = prepare(connection, INSERT_MANY);
        List<Entry> inserted = new ArrayList<>(entries.size());
        for (int from = 0; from < entries.size(); from += ROWS_EACH) {
            for (int i = 0; i < ROWS_EACH; i++) {
                map.bind(statement, 1 + i * 5, entries.get(from + i));
            }
            inserted.addAll(entries(statement));
        }
        return inserted;
    }

    @Override
    PreparedStatement postsOf(Connection connection, List<User> users) throws SQLException {
        String sql = "SELECT " + Sql.POST_COLUMNS + " FROM posts WHERE user_id IN (?" + ", ?".repeat(users.size() - 1)
                + ") ORDER BY id";
        PreparedStatement statement = prepare(connection, sql);
        for (int i = 0; i < users.size(); i++) {
            statement.setInt(i + 1, users.get(i).id());
        }
        return statement;
    }
}
