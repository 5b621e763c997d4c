package dev.flashorm.benchmarks;

import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database with the tables and rows that the tasks want. */
final class Scene implements AutoCloseable {
    private final TestDatabase database;

    private Scene(TestDatabase database) {
        this.database = database;
    }

    static Scene create(DatabaseName name) throws SQLException {
        Scene scene = new Scene(TestDatabases.create(name));
        Values values = Values.of(scene.jdbcUrl());
        try (Connection connection = scene.database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : SceneTables.statements(values)) {
                statement.execute(sql);
            }
            new SceneRows(connection, values).fill();
            statement.execute(values == Values.MYSQL ? "ANALYZE TABLE users, posts, comments" : "ANALYZE");
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

    /** See {@link SceneRows#reset}. */
    static void reset(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            new SceneRows(connection, Values.of(jdbcUrl)).reset();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
