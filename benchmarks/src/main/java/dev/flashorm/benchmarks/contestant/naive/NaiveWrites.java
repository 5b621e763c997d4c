package dev.flashorm.benchmarks.contestant.naive;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Writes;
import dev.flashorm.benchmarks.model.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

final class NaiveWrites implements Writes {
    private final NaiveJdbc jdbc;

    NaiveWrites(NaiveJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object insertOne(int number) {
        return jdbc.call(connection -> insert(connection, Entry.numbered(number)));
    }

    private Entry insert(Connection connection, Entry entry) throws SQLException {
        int id = jdbc.insert(
                connection,
                Sql.INSERT,
                entry.name(),
                entry.email(),
                entry.address(),
                entry.flagged(),
                entry.createdAt());
        return entry.withId(id);
    }

    @Override
    public Object insertMany(int firstNumber, int count) {
        return jdbc.transaction(connection -> {
            List<Entry> entries = new ArrayList<>();
            for (int number = firstNumber; number < firstNumber + count; number++) {
                entries.add(insert(connection, Entry.numbered(number)));
            }
            return entries;
        });
    }

    @Override
    public Object update(int id, String name, String address) {
        return jdbc.call(connection -> jdbc.update(connection, Sql.UPDATE, name, address, id) > 0);
    }

    @Override
    public Object upsert(String name) {
        return jdbc.call(connection -> {
            if (jdbc.values.hasReturning()) {
                return jdbc.list(connection, jdbc.rows::tally, Sql.UPSERT, name).get(0);
            }
            jdbc.update(connection, Sql.UPSERT_ON_DUPLICATE, name);
            return jdbc.list(connection, jdbc.rows::tally, Sql.TALLY, name).get(0);
        });
    }
}
