package dev.flashorm.benchmarks.contestant;

import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Measurement;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * JDBC as an expert writes it, with the pool and the driver settings that Flash has: the measure for all others. What
 * the databases do differently is in the subclasses.
 */
abstract class HandWritten implements Contestant {
    private final HikariDataSource pool;
    final Rows map;

    HandWritten(HikariDataSource pool, Values values) {
        this.pool = pool;
        this.map = new Rows(values);
    }

    /** A prepared statement, kept by the driver or else by us; {@link #done} ends its use. */
    abstract PreparedStatement prepare(Connection connection, String sql) throws SQLException;

    abstract void done(PreparedStatement statement) throws SQLException;

    abstract List<Entry> insert(Connection connection, List<Entry> entries) throws SQLException;

    abstract PreparedStatement postsOf(Connection connection, List<User> users) throws SQLException;

    @Override
    public Object getById(int id) {
        try (Connection connection = pool.getConnection()) {
            PreparedStatement statement = prepare(connection, Sql.BY_ID);
            statement.setInt(1, id);
            User user;
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                user = map.user(rows);
            }
            done(statement);
            return user;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object page(String fromName, int skip) {
        try (Connection connection = pool.getConnection()) {
            PreparedStatement statement = prepare(connection, Sql.PAGE);
            statement.setBoolean(1, true);
            statement.setString(2, fromName);
            statement.setInt(3, 20);
            statement.setInt(4, skip);
            List<User> users = users(statement);
            done(statement);
            return users;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<User> users(PreparedStatement statement) throws SQLException {
        List<User> users = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                users.add(map.user(rows));
            }
        }
        return users;
    }

    @Override
    public Object thousandRows() {
        try (Connection connection = pool.getConnection()) {
            PreparedStatement statement = prepare(connection, Sql.MEASUREMENTS);
            List<Measurement> measurements = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    measurements.add(map.measurement(rows));
                }
            }
            done(statement);
            return measurements;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object insertOne(int number) {
        try (Connection connection = pool.getConnection()) {
            PreparedStatement statement = prepare(connection, Sql.INSERT + Sql.RETURNING);
            map.bind(statement, 1, Entry.numbered(number));
            Entry entry;
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                entry = map.entry(rows);
            }
            done(statement);
            return entry;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object insertThousand(int firstNumber) {
        List<Entry> entries = new ArrayList<>(1000);
        for (int number = firstNumber; number < firstNumber + 1000; number++) {
            entries.add(Entry.numbered(number));
        }
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            List<Entry> inserted = insert(connection, entries);
            connection.commit();
            return inserted;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Entry> entries(PreparedStatement statement) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entries.add(map.entry(rows));
            }
        }
        return entries;
    }

    @Override
    public Object update(int id, String name, String address) {
        try (Connection connection = pool.getConnection()) {
            PreparedStatement statement = prepare(connection, Sql.UPDATE);
            statement.setString(1, name);
            statement.setString(2, address);
            statement.setInt(3, id);
            boolean found = statement.executeUpdate() > 0;
            done(statement);
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object usersWithPosts() {
        try (Connection connection = pool.getConnection()) {
            PreparedStatement statement = prepare(connection, Sql.FIFTY_USERS);
            List<User> users = users(statement);
            done(statement);
            Map<Integer, List<Post>> posts = new HashMap<>();
            PreparedStatement related = postsOf(connection, users);
            try (ResultSet rows = related.executeQuery()) {
                while (rows.next()) {
                    Post post = map.post(rows);
                    posts.computeIfAbsent(post.userId(), unused -> new ArrayList<>())
                            .add(post);
                }
            }
            done(related);
            List<UserPosts<User, Post>> result = new ArrayList<>(users.size());
            for (User user : users) {
                result.add(new UserPosts<>(user, posts.getOrDefault(user.id(), List.of())));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
