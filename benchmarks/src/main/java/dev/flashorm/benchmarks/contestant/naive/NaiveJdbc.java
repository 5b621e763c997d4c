package dev.flashorm.benchmarks.contestant.naive;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Rows;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.contestant.Writes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pool, and two methods that prepare, set the parameters one by one, and map. */
public final class NaiveJdbc implements Contestant {
    final Values values;
    final Rows rows;
    private final HikariDataSource pool;

    public NaiveJdbc(String jdbcUrl) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        pool = new HikariDataSource(config);
        values = Values.of(jdbcUrl);
        rows = new Rows(values);
    }

    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    <T> T call(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T transaction(Work<T> work) {
        return call(connection -> {
            connection.setAutoCommit(false);
            T result = work.run(connection);
            connection.commit();
            return result;
        });
    }

    <T> List<T> list(Connection connection, Mapper<T> mapper, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet found = statement.executeQuery()) {
                List<T> list = new ArrayList<>();
                while (found.next()) {
                    list.add(mapper.map(found));
                }
                return list;
            }
        }
    }

    int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** The id that the row is given. */
    int insert(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, parameters);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getInt(1);
            }
        }
    }

    private void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Instant time) {
                values.setInstant(statement, i + 1, time);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    @Override
    public Reads reads() {
        return new NaiveReads(this);
    }

    @Override
    public Writes writes() {
        return new NaiveWrites(this);
    }

    @Override
    public People people() {
        return new NaivePeople(this);
    }

    @Override
    public Workloads workloads() {
        return new NaiveWorkloads(this);
    }

    @Override
    public void close() {
        pool.close();
    }
}
