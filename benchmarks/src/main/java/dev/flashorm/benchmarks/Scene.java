package dev.flashorm.benchmarks;

import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A database with the rows that the tasks want: 10,000 users, 5,000 posts, 1,000 measurements. */
final class Scene implements AutoCloseable {
    static final int USERS = 10_000;
    private static final int POSTS = 5_000;
    private static final int MEASUREMENTS = 1_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TestDatabase database;

    private Scene(TestDatabase database) {
        this.database = database;
    }

    static Scene create(DatabaseName name) throws SQLException {
        Scene scene = new Scene(TestDatabases.create(name));
        try (Connection connection = scene.database.connect()) {
            try (Statement statement = connection.createStatement()) {
                scene.createTables(statement);
            }
            connection.setAutoCommit(false);
            scene.fill(connection);
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
        return scene;
    }

    String url() {
        return database.url();
    }

    String jdbcUrl() {
        return database.jdbcUrl();
    }

    DatabaseName name() {
        return database.name();
    }

    private boolean sqlite() {
        return name() == DatabaseName.SQLITE;
    }

    private void createTables(Statement statement) throws SQLException {
        String id = sqlite() ? "integer primary key autoincrement" : "serial primary key";
        String time = sqlite() ? "datetime" : "timestamp(3)";
        String number = sqlite() ? "real" : "double precision";
        statement.execute("create table users (id " + id + ", name text not null, email text not null, address text,"
                + " isadmin boolean not null, created_at " + time + " not null)");
        statement.execute("create unique index users_email_key on users (email)");
        statement.execute("create table posts (id " + id + ", user_id integer not null references users (id),"
                + " title text not null, content text not null, created_at " + time + " not null)");
        statement.execute("create index posts_user_id_idx on posts (user_id)");
        statement.execute("create table measurements (id integer primary key, label text not null, note text,"
                + " kind text not null, small integer not null, big bigint not null, ratio " + number
                + " not null, amount decimal(12, 2) not null, active boolean not null, optional integer, taken_at "
                + time + " not null, ended_at " + time + ")");
        statement.execute("create table entries (id " + id + ", name text not null, email text not null, address text,"
                + " flagged boolean not null, created_at " + time + " not null)");
    }

    private void fill(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into users (name, email, address, isadmin, created_at) values (?, ?, ?, ?, ?)")) {
            for (int i = 1; i <= USERS; i++) {
                insert.setString(1, "name " + i % 997);
                insert.setString(2, "user" + i + "@x.io");
                insert.setString(3, i % 4 == 0 ? null : i + " Long Street, Springfield");
                insert.setBoolean(4, i % 10 == 0);
                setTime(insert, 5, START.plusSeconds(i * 7919L % 1_000_003));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into posts (user_id, title, content, created_at) values (?, ?, ?, ?)")) {
            for (int i = 0; i < POSTS; i++) {
                insert.setInt(1, i % 500 + 1);
                insert.setString(2, "title " + i);
                insert.setString(3, "Some words about something. ".repeat(4));
                setTime(insert, 4, START.plusSeconds(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into measurements values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 1; i <= MEASUREMENTS; i++) {
                insert.setInt(1, i);
                insert.setString(2, "label " + i);
                insert.setString(3, i % 2 == 0 ? null : "a note about " + i);
                insert.setString(4, "kind " + i % 7);
                insert.setInt(5, i % 100);
                insert.setLong(6, 4_000_000_000L + i);
                insert.setDouble(7, i / 8.0);
                double amount = i + 0.25;
                if (sqlite()) {
                    insert.setDouble(8, amount);
                } else {
                    insert.setBigDecimal(8, BigDecimal.valueOf(amount));
                }
                insert.setBoolean(9, i % 3 == 0);
                insert.setObject(10, i % 2 == 0 ? null : i, Types.INTEGER);
                setTime(insert, 11, START.plusSeconds(i));
                setTime(insert, 12, i % 2 == 0 ? START.plusMillis(i) : null);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void setTime(PreparedStatement statement, int index, @Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setObject(index, null);
        } else if (sqlite()) {
            statement.setString(index, Values.text(value));
        } else {
            statement.setObject(index, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
        }
    }

    /** Empties the table that the tasks write to, so that its size is the same for everybody. */
    static void emptyEntries(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            if (jdbcUrl.startsWith("jdbc:sqlite:")) {
                statement.execute("delete from entries");
                statement.execute("delete from sqlite_sequence where name = 'entries'");
            } else {
                statement.execute("truncate entries restart identity");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
