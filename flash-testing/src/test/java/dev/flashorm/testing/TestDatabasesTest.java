package dev.flashorm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabasesTest {
    @Test
    void givesDatabasesOfMongodbThatKnowNothingOfEachOther() {
        TestServer server = TestDatabases.get(DatabaseName.MONGODB);
        try (TestDatabase first = server.create();
                TestDatabase second = server.create();
                MongoClient client = MongoClients.create(first.url())) {
            client.getDatabase(name(first)).getCollection("t").insertOne(new Document("_id", 42));
            assertThat(client.getDatabase(name(first)).getCollection("t").countDocuments())
                    .isEqualTo(1);
            assertThat(client.getDatabase(name(second)).getCollection("t").countDocuments())
                    .isZero();
        }
    }

    private static String name(TestDatabase database) {
        return Objects.requireNonNull(new ConnectionString(database.url()).getDatabase());
    }

    @ParameterizedTest
    @EnumSource(names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
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
