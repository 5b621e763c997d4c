package dev.flashorm.benchmarks.contestant.handwritten;

import dev.flashorm.benchmarks.contestant.Pools;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Server-side statements that the driver keeps; ids by its generated keys; many rows by long VALUES. */
final class MysqlExpert extends Expert {
    private static final int ROWS_EACH = 500;

    MysqlExpert(String jdbcUrl) {
        super(Pools.open(jdbcUrl), Values.MYSQL);
    }

    @Override
    PreparedStatement prepareInsert(Connection connection, String sql) throws SQLException {
        return returningKeys(connection, sql);
    }

    @Override
    int[] ids(PreparedStatement insert, int count) throws SQLException {
        insert.executeUpdate();
        try (ResultSet keys = insert.getGeneratedKeys()) {
            int[] ids = read(keys, count);
            insert.close();
            return ids;
        }
    }

    @Override
    Entry insert(Connection connection, Entry entry) throws SQLException {
        PreparedStatement statement = prepareInsert(connection, Sql.INSERT);
        rows.bind(statement, 1, entry);
        return entry.withId(ids(statement, 1)[0]);
    }

    @Override
    List<Entry> insert(Connection connection, List<Entry> entries) throws SQLException {
        List<Entry> inserted = new ArrayList<>(entries.size());
        for (int from = 0; from < entries.size(); from += ROWS_EACH) {
            PreparedStatement statement = prepareInsert(connection, Sql.rows(Sql.INSERT, ROWS_EACH));
            for (int i = 0; i < ROWS_EACH; i++) {
                rows.bind(statement, 1 + i * 5, entries.get(from + i));
            }
            int[] ids = ids(statement, ROWS_EACH);
            for (int i = 0; i < ROWS_EACH; i++) {
                inserted.add(entries.get(from + i).withId(ids[i]));
            }
        }
        return inserted;
    }

    @Override
    Tally upsert(Connection connection, String name) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(Sql.UPSERT_ON_DUPLICATE);
                PreparedStatement read = connection.prepareStatement(Sql.TALLY)) {
            upsert.setString(1, name);
            upsert.executeUpdate();
            read.setString(1, name);
            try (ResultSet found = read.executeQuery()) {
                found.next();
                return rows.tally(found);
            }
        }
    }

    @Override
    PreparedStatement byKeys(Connection connection, String select, int[] keys) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(select + Sql.in(keys.length) + Sql.BY_KEY);
        for (int i = 0; i < keys.length; i++) {
            statement.setInt(i + 1, keys[i]);
        }
        return statement;
    }
}
