package dev.flashorm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabasesTest {
    @ParameterizedTest
    @EnumSource(DatabaseName.class)
    void givesDatabasesThatKnowNothingOfEachOther(DatabaseName name) throws SQLException {
        TestServer server = TestDatabases.get(name);
        try (TestDatabase first = server.create();
                TestDatabase second = server.create()) {
            first.execute("CREATE TABLE t (id INTEGER)", "INSERT INTO t VALUES (42)");
            second.execute("CREATE TABLE t (id INTEGER)");
            try (Connection connection = first.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM t")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
            try (Connection connection = second.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM t")) {
                assertThat(rows.next()).isFalse();
            }
        }
    }
}
