package dev.flashorm.benchmarks;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.model.Person;
import dev.flashorm.benchmarks.model.Pet;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.List;

/** The rows: 10,000 users, 5,000 posts, 15,700 comments, 1,000 measurements, 200 people with three pets each. */
final class SceneRows {
    static final int USERS = 10_000;
    static final int POSTS = 5_000;
    private static final int WRITERS = 500;
    private static final int COMMENTS =
            commentsOf(0) * POSTS / WRITERS * 10 + commentsOf(10) * POSTS / WRITERS * (WRITERS - 10);
    private static final int MEASUREMENTS = 1_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Connection connection;
    private final Values values;

    SceneRows(Connection connection, Values values) {
        this.connection = connection;
        this.values = values;
    }

    /** Into empty tables. */
    void fill() throws SQLException {
        connection.setAutoCommit(false);
        users();
        posts();
        comments();
        measurements();
        people();
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Makes the tables that the tasks write to what they were, so that their size is the same for everybody. */
    void reset() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from tallies");
            statement.execute("delete from comments where id > " + COMMENTS);
            statement.execute("delete from entries");
            statement.execute("delete from pets");
            statement.execute("delete from people");
            for (Numbered table : List.of(
                    new Numbered("entries", 0),
                    new Numbered("comments", COMMENTS),
                    new Numbered("people", 0),
                    new Numbered("pets", 0))) {
                statement.execute(table.restart(values));
            }
        }
        people();
        connection.commit();
        connection.setAutoCommit(true);
        if (values == Values.POSTGRESQL) {
            // What was deleted would slow down whoever comes later, and give them other plans.
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze tallies, comments, entries, people, pets");
            }
        }
    }

    /** A table whose next row gets the number after the last one. */
    private record Numbered(String table, int last) {
        String restart(Values values) {
            return switch (values) {
                case SQLITE -> "update sqlite_sequence set seq = " + last + " where name = '" + table + "'";
                case POSTGRESQL -> "alter sequence " + table + "_id_seq restart with " + (last + 1);
                case MYSQL -> "alter table " + table + " auto_increment = " + (last + 1);
            };
        }
    }

    private void users() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into users (name, email, address, isadmin, created_at) values (?, ?, ?, ?, ?)")) {
            for (int i = 1; i <= USERS; i++) {
                insert.setString(1, "name " + i % 997);
                insert.setString(2, "user" + i + "@x.io");
                insert.setString(3, i % 4 == 0 ? null : i + " Long Street, Springfield");
                insert.setBoolean(4, i % 10 == 0);
                values.setInstant(insert, 5, START.plusSeconds(i * 7919L % 1_000_003));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void posts() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into posts (user_id, title, content, created_at) values (?, ?, ?, ?)")) {
            for (int i = 0; i < POSTS; i++) {
                insert.setInt(1, i % WRITERS + 1);
                insert.setString(2, "title " + i);
                insert.setString(3, "Some words about something. ".repeat(4));
                values.setInstant(insert, 4, START.plusSeconds(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void comments() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(Sql.INSERT_COMMENT)) {
            for (int post = 0; post < POSTS; post++) {
                for (int i = 0; i < commentsOf(post % WRITERS); i++) {
                    insert.setInt(1, post + 1);
                    insert.setInt(2, (post * 7 + i * 13) % USERS + 1);
                    insert.setString(3, "comment " + i);
                    values.setInstant(insert, 4, START.plusSeconds(post * 10L + i));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Ten on each post of the first ten users, for three levels of ten; three on others. */
    private static int commentsOf(int writer) {
        return writer < 10 ? 10 : 3;
    }

    private void measurements() throws SQLException {
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
                if (values == Values.SQLITE) {
                    insert.setDouble(8, amount);
                } else {
                    insert.setBigDecimal(8, BigDecimal.valueOf(amount));
                }
                insert.setBoolean(9, i % 3 == 0);
                insert.setObject(10, i % 2 == 0 ? null : i, Types.INTEGER);
                values.setInstant(insert, 11, START.plusSeconds(i));
                if (i % 2 == 0) {
                    values.setInstant(insert, 12, START.plusMillis(i));
                } else {
                    insert.setObject(12, null);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** One statement for each table: it is done before every round. */
    private void people() throws SQLException {
        int pets = Person.COUNT * Pet.EACH;
        try (PreparedStatement person = connection.prepareStatement(Sql.rows(Sql.INSERT_PERSON, Person.COUNT));
                PreparedStatement pet = connection.prepareStatement(Sql.rows(Sql.INSERT_PET, pets))) {
            int at = 0;
            for (int id = 1; id <= Person.COUNT; id++) {
                person.setString(id, Person.name(id));
                for (int which = 0; which < Pet.EACH; which++) {
                    pet.setString(++at, Pet.name(id, which));
                    pet.setString(++at, Pet.kind(which));
                    pet.setInt(++at, id);
                }
            }
            person.executeUpdate();
            pet.executeUpdate();
        }
    }
}
