package dev.flashorm.benchmarks.contestant.handwritten;

import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.contestant.Rows;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Pet;
import dev.flashorm.benchmarks.model.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an expert knows of a database and its driver. */
abstract class Expert {
    final HikariDataSource pool;
    final Values values;
    final Rows rows;

    Expert(HikariDataSource pool, Values values) {
        this.pool = pool;
        this.values = values;
        this.rows = new Rows(values);
    }

    static Expert at(String jdbcUrl) {
        return switch (Values.of(jdbcUrl)) {
            case SQLITE -> new SqliteExpert(jdbcUrl);
            case POSTGRESQL -> new PostgresqlExpert(jdbcUrl);
            case MYSQL -> new MysqlExpert(jdbcUrl);
        };
    }

    /** A prepared statement, kept by the driver or else by us; {@link #done} ends its use. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void done(PreparedStatement statement) throws SQLException {
        statement.close();
    }

    /** Ready to be run: {@code select} ends with the column that has to be one of the keys. */
    abstract PreparedStatement byKeys(Connection connection, String select, int[] keys) throws SQLException;

    abstract List<Entry> insert(Connection connection, List<Entry> entries) throws SQLException;

    Entry insert(Connection connection, Entry entry) throws SQLException {
        PreparedStatement statement = prepare(connection, Sql.INSERT + Sql.RETURNING);
        rows.bind(statement, 1, entry);
        try (ResultSet found = statement.executeQuery()) {
            found.next();
            Entry inserted = rows.entry(found);
            done(statement);
            return inserted;
        }
    }

    Tally upsert(Connection connection, String name) throws SQLException {
        PreparedStatement statement = prepare(connection, Sql.UPSERT);
        statement.setString(1, name);
        try (ResultSet found = statement.executeQuery()) {
            found.next();
            Tally tally = rows.tally(found);
            done(statement);
            return tally;
        }
    }

    int insertPerson(Connection connection, String name) throws SQLException {
        PreparedStatement statement = prepareInsert(connection, Sql.INSERT_PERSON);
        statement.setString(1, name);
        return ids(statement, 1)[0];
    }

    int[] insertPets(Connection connection, List<Pet> pets) throws SQLException {
        PreparedStatement statement = prepareInsert(connection, Sql.rows(Sql.INSERT_PET, pets.size()));
        int at = 0;
        for (Pet pet : pets) {
            statement.setString(++at, pet.name());
            statement.setString(++at, pet.kind());
            statement.setInt(++at, pet.personId());
        }
        return ids(statement, pets.size());
    }

    int insertComment(Connection connection, int postId, int userId, String content, Instant createdAt)
            throws SQLException {
        PreparedStatement statement = prepareInsert(connection, Sql.INSERT_COMMENT);
        statement.setInt(1, postId);
        statement.setInt(2, userId);
        statement.setString(3, content);
        values.setInstant(statement, 4, createdAt);
        return ids(statement, 1)[0];
    }

    /** An insert whose {@link #ids} can be read. */
    PreparedStatement prepareInsert(Connection connection, String sql) throws SQLException {
        return prepare(connection, sql + Sql.RETURNING_ID);
    }

    int[] ids(PreparedStatement insert, int count) throws SQLException {
        try (ResultSet found = insert.executeQuery()) {
            int[] ids = read(found, count);
            done(insert);
            return ids;
        }
    }

    static int[] read(ResultSet found, int count) throws SQLException {
        int[] ids = new int[count];
        for (int i = 0; i < count; i++) {
            found.next();
            ids[i] = found.getInt(1);
        }
        return ids;
    }

    List<Entry> entries(PreparedStatement statement) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                entries.add(rows.entry(found));
            }
        }
        return entries;
    }

    /** Renames in one round trip. */
    void renamePets(Connection connection, int personId, int number) throws SQLException {
        PreparedStatement statement = prepare(connection, Sql.UPDATE_PET);
        for (int which = 0; which < Pet.EACH; which++) {
            statement.setString(1, Pet.name(number, which));
            statement.setInt(2, Pet.id(personId, which));
            statement.addBatch();
        }
        statement.executeBatch();
        done(statement);
    }

    static PreparedStatement returningKeys(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
    }
}
