package dev.flashorm.benchmarks.contestant;

import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.KindStat;
import dev.flashorm.benchmarks.model.Measurement;
import dev.flashorm.benchmarks.model.Person;
import dev.flashorm.benchmarks.model.Pet;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.Tally;
import dev.flashorm.benchmarks.model.TopUser;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserActivity;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The mapping that one writes by hand. */
public final class Rows {
    private final Values values;

    public Rows(Values values) {
        this.values = values;
    }

    public User user(ResultSet rows) throws SQLException {
        return new User(
                rows.getInt(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getBoolean(5),
                time(rows, 6));
    }

    public Post post(ResultSet rows) throws SQLException {
        return new Post(rows.getInt(1), rows.getInt(2), rows.getString(3), rows.getString(4), time(rows, 5));
    }

    public Entry entry(ResultSet rows) throws SQLException {
        return new Entry(
                rows.getInt(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getBoolean(5),
                time(rows, 6));
    }

    public Measurement measurement(ResultSet rows) throws SQLException {
        return new Measurement(
                rows.getInt(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getInt(5),
                rows.getLong(6),
                rows.getDouble(7),
                values.decimal(rows, 8),
                rows.getBoolean(9),
                optional(rows, 10),
                time(rows, 11),
                values.instant(rows, 12));
    }

    public Comment comment(ResultSet rows) throws SQLException {
        return new Comment(rows.getInt(1), rows.getInt(2), rows.getInt(3), rows.getString(4), time(rows, 5));
    }

    public KindStat kindStat(ResultSet rows) throws SQLException {
        return new KindStat(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4));
    }

    public Tally tally(ResultSet rows) throws SQLException {
        return new Tally(rows.getString(1), rows.getInt(2));
    }

    public Person person(ResultSet rows) throws SQLException {
        return new Person(rows.getInt(1), rows.getString(2));
    }

    public Pet pet(ResultSet rows) throws SQLException {
        return new Pet(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getInt(4));
    }

    public UserActivity userActivity(ResultSet rows) throws SQLException {
        return new UserActivity(
                rows.getInt(1), rows.getString(2), rows.getLong(3), rows.getLong(4), values.instant(rows, 5));
    }

    public TopUser topUser(ResultSet rows) throws SQLException {
        return new TopUser(rows.getInt(1), rows.getString(2), rows.getLong(3));
    }

    public void bind(PreparedStatement statement, int at, Entry entry) throws SQLException {
        statement.setString(at, entry.name());
        statement.setString(at + 1, entry.email());
        statement.setString(at + 2, entry.address());
        statement.setBoolean(at + 3, entry.flagged());
        values.setInstant(statement, at + 4, entry.createdAt());
    }

    private static @Nullable Integer optional(ResultSet rows, int index) throws SQLException {
        int value = rows.getInt(index);
        return rows.wasNull() ? null : value;
    }

    private Instant time(ResultSet rows, int index) throws SQLException {
        return Objects.requireNonNull(values.instant(rows, index));
    }
}
