package dev.flashorm.benchmarks.contestant.handwritten;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Writes;
import dev.flashorm.benchmarks.model.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

final class HandWrittenWrites implements Writes {
    private final Expert expert;

    HandWrittenWrites(Expert expert) {
        this.expert = expert;
    }

    @Override
    public Object insertOne(int number) {
        try (Connection connection = expert.pool.getConnection()) {
            return expert.insert(connection, Entry.numbered(number));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object insertMany(int firstNumber, int count) {
        List<Entry> entries = Entry.numbered(firstNumber, count);
        try (Connection connection = expert.pool.getConnection()) {
            connection.setAutoCommit(false);
            List<Entry> inserted = expert.insert(connection, entries);
            connection.commit();
            return inserted;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object update(int id, String name, String address) {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.UPDATE);
            statement.setString(1, name);
            statement.setString(2, address);
            statement.setInt(3, id);
            boolean found = statement.executeUpdate() > 0;
            expert.done(statement);
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object upsert(String name) {
        try (Connection connection = expert.pool.getConnection()) {
            return expert.upsert(connection, name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
