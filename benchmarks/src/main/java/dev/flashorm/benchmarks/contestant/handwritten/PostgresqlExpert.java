package dev.flashorm.benchmarks.contestant.handwritten;

import dev.flashorm.benchmarks.contestant.Pools;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.model.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Statements that the server prepares on first use, arrays for many values. */
final class PostgresqlExpert extends Expert {
    private static final String INSERT_ALL = "INSERT INTO entries (" + Sql.ENTRY_COLUMNS
            + ") SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::timestamp[])" + Sql.RETURNING;

    PostgresqlExpert(String jdbcUrl) {
        super(Pools.open(jdbcUrl), Values.POSTGRESQL);
    }

    @Override
    List<Entry> insert(Connection connection, List<Entry> entries) throws SQLException {
        int size = entries.size();
        String[] names = new String[size];
        String[] emails = new String[size];
        String[] addresses = new String[size];
        Boolean[] flags = new Boolean[size];
        String[] times = new String[size];
        for (int i = 0; i < size; i++) {
            Entry entry = entries.get(i);
            names[i] = entry.name();
            emails[i] = entry.email();
            addresses[i] = entry.address();
            flags[i] = entry.flagged();
            times[i] =
                    LocalDateTime.ofInstant(entry.createdAt(), ZoneOffset.UTC).toString();
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT_ALL)) {
            statement.setArray(1, connection.createArrayOf("text", names));
            statement.setArray(2, connection.createArrayOf("text", emails));
            statement.setArray(3, connection.createArrayOf("text", addresses));
            statement.setArray(4, connection.createArrayOf("boolean", flags));
            statement.setArray(5, connection.createArrayOf("timestamp", times));
            return entries(statement);
        }
    }

    @Override
    PreparedStatement byKeys(Connection connection, String select, int[] keys) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(select + "= ANY (?)" + Sql.BY_KEY);
        statement.setObject(1, keys);
        return statement;
    }
}
