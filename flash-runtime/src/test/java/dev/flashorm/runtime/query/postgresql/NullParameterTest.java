package dev.flashorm.runtime.query.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.runtime.FlashDatabase;
import dev.flashorm.runtime.Session;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.runtime.query.type.SqlType;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A statement is prepared again when the type of a parameter changes, which takes longer than to run it. */
class NullParameterTest {
    @Test
    void valuesAndNullsShareOnePreparedStatement() {
        Assumptions.assumeFalse(TestDatabases.available(DatabaseName.POSTGRESQL).isEmpty());
        try (TestDatabase scene = TestDatabases.create(DatabaseName.POSTGRESQL);
                FlashDatabase database = FlashDatabase.connect(scene.url())) {
            scene.execute("create table t (a text, b varchar(20), c integer, d bigint, e double precision, f numeric,"
                    + " g boolean, h bytea, i date)");
            String sql = "insert into t values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
            long prepared = database.transaction(session -> {
                insert(session, sql, false);
                insert(session, sql, true);
                String first = name(session, sql);
                insert(session, sql, false);
                insert(session, sql, true);
                assertThat(name(session, sql)).isEqualTo(first);
                return session.query(
                        "select count(*) from t", statement -> {}, rows -> rows.next() ? rows.getLong(1) : 0);
            });
            assertThat(prepared).isEqualTo(4);
        }
    }

    /** Some types settle at the second statement: the server then knows what their NULL is. */
    @Test
    void everyOtherTypeSettles() {
        Assumptions.assumeFalse(TestDatabases.available(DatabaseName.POSTGRESQL).isEmpty());
        try (TestDatabase scene = TestDatabases.create(DatabaseName.POSTGRESQL);
                FlashDatabase database = FlashDatabase.connect(scene.url())) {
            scene.execute("create table t (a timestamp, b timestamptz, c uuid, d jsonb, e text[])");
            String sql = "insert into t values (?, ?, ?, ?, ?)";
            database.transaction(session -> {
                insertOthers(session, sql, false);
                insertOthers(session, sql, true);
                String second = name(session, sql);
                for (int i = 0; i < 4; i++) {
                    insertOthers(session, sql, i % 2 == 0);
                }
                assertThat(name(session, sql)).isEqualTo(second);
                return true;
            });
        }
    }

    private static void insert(Session session, String sql, boolean isNull) {
        session.update(sql, statement -> {
            List<Parameter<?>> parameters = List.of(
                    new Parameter<>(PostgresqlTypes.TEXT, "x"),
                    new Parameter<>(PostgresqlTypes.TEXT, "y"),
                    new Parameter<>(PostgresqlTypes.INT, 1),
                    new Parameter<>(PostgresqlTypes.BIG_INT, 2L),
                    new Parameter<>(PostgresqlTypes.FLOAT, 2.5),
                    new Parameter<>(PostgresqlTypes.DECIMAL, new BigDecimal("1.50")),
                    new Parameter<>(PostgresqlTypes.BOOLEAN, true),
                    new Parameter<>(PostgresqlTypes.BYTES, new byte[] {1}),
                    new Parameter<>(PostgresqlTypes.DATE, LocalDate.of(2026, 1, 31)));
            for (int i = 0; i < parameters.size(); i++) {
                parameters.get(i).bind(statement, i + 1, isNull);
            }
        });
    }

    private static void insertOthers(Session session, String sql, boolean isNull) {
        session.update(sql, statement -> {
            List<Parameter<?>> parameters = List.of(
                    new Parameter<>(PostgresqlTypes.TIMESTAMP, Instant.EPOCH),
                    new Parameter<>(PostgresqlTypes.TIMESTAMPTZ, Instant.EPOCH),
                    new Parameter<>(PostgresqlTypes.UUID, new UUID(1, 2)),
                    new Parameter<>(PostgresqlTypes.JSON, Json.ofText("{}")),
                    new Parameter<>(PostgresqlTypes.arrayOf(PostgresqlTypes.TEXT), List.of("x")));
            for (int i = 0; i < parameters.size(); i++) {
                parameters.get(i).bind(statement, i + 1, isNull);
            }
        });
    }

    private record Parameter<T>(SqlType<T> type, T value) {
        void bind(PreparedStatement statement, int index, boolean isNull) throws SQLException {
            @Nullable T bound = isNull ? null : value;
            type.bind(statement, index, bound);
        }
    }

    /** The driver takes a new name each time it prepares a statement. */
    private static String name(Session session, String sql) {
        return session.query(
                "select name from pg_prepared_statements where statement like ?",
                statement -> statement.setString(1, sql.substring(0, sql.indexOf('(')) + "%"),
                rows -> rows.next() ? rows.getString(1) : "none");
    }
}
