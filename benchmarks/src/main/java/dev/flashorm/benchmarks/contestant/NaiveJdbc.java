package dev.flashorm.benchmarks.contestant;

import com.zaxxer.hikari.HikariConfig;
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
import java.util.List;

/** What is written without a second thought: a pool, the driver's defaults, a statement for each row. */
public final class NaiveJdbc implements Contestant {
    private final HikariDataSource pool;
    private final Rows map;

    public NaiveJdbc(String jdbcUrl, Values values) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        pool = new HikariDataSource(config);
        map = new Rows(values);
    }

    @Override
    public Object getById(int id) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(Sql.BY_ID)) {
            statement.setInt(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return map.user(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object page(String fromName, int skip) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(Sql.PAGE)) {
            statement.setBoolean(1, true);
            statement.setString(2, fromName);
            statement.setInt(3, 20);
            statement.setInt(4, skip);
            List<User> users = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    users.add(map.user(rows));
                }
            }
            return users;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object thousandRows() {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(Sql.MEASUREMENTS);
                ResultSet rows = statement.executeQuery()) {
            List<Measurement> measurements = new ArrayList<>();
            while (rows.next()) {
                measurements.add(map.measurement(rows));
            }
            return measurements;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object insertOne(int number) {
        try (Connection connection = pool.getConnection()) {
            return insert(connection, number);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Entry insert(Connection connection, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Sql.INSERT + Sql.RETURNING)) {
            map.bind(statement, 1, Entry.numbered(number));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return map.entry(rows);
            }
        }
    }

    @Override
    public Object insertThousand(int firstNumber) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            List<Entry> entries = new ArrayList<>();
            for (int number = firstNumber; number < firstNumber + 1000; number++) {
                entries.add(insert(connection, number));
            }
            connection.commit();
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object update(int id, String name, String address) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(Sql.UPDATE)) {
            statement.setString(1, name);
            statement.setString(2, address);
            statement.setInt(3, id);
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object usersWithPosts() {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(Sql.FIFTY_USERS);
                ResultSet rows = statement.executeQuery()) {
            List<UserPosts<User, Post>> users = new ArrayList<>();
            while (rows.next()) {
                User user = map.user(rows);
                users.add(new UserPosts<>(user, posts(connection, user.id())));
            }
            return users;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Post> posts(Connection connection, int userId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + Sql.POST_COLUMNS + " FROM posts WHERE user_id = ? ORDER BY id")) {
            statement.setInt(1, userId);
            List<Post> posts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    posts.add(map.post(rows));
                }
            }
            return posts;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
