package dev.flashorm.runtime.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.flashorm.runtime.ConnectionFailure;
import dev.flashorm.runtime.DatabaseKind;
import dev.flashorm.runtime.Isolation;
import dev.flashorm.runtime.Session;
import dev.flashorm.runtime.TransactionOptions;
import dev.flashorm.runtime.TransactionsUnavailable;
import dev.flashorm.runtime.error.ModelNames;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.net.ServerSocket;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongodbDatabaseTest {
    @Test
    void knowsItsServer() {
        try (TestDatabase scene = TestDatabases.create(DatabaseName.MONGODB);
                MongodbDatabase database = MongodbDatabase.connect(scene.url(), ModelNames.NONE)) {
            assertThat(database.server().kind()).isEqualTo(DatabaseKind.MONGODB);
            assertThat(database.server().major()).isPositive();
            assertThat(database.driver().getCollection("x").countDocuments()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://ann:s3cret@host:port/shop",
                "mongodb://ann:s3cret@@@host/shop",
                "mongodb://ann:s3cret@host:27017/",
                "mongodb://ann:s3cret@host:27017",
                "mongodb:s3cret",
                ""
            })
    void aUrlThatMakesNoSenseIsNotRepeated(String url) {
        assertThatThrownBy(() -> MongodbDatabase.connect(url, ModelNames.NONE))
                .isInstanceOf(ConnectionFailure.class)
                .hasMessageNotContaining("s3cret")
                .hasMessageContaining("mongodb://")
                .hasNoCause();
    }

    @Test
    void aServerThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String url = "mongodb://127.0.0.1:" + port + "/shop?serverSelectionTimeoutMS=300";
        assertThatThrownBy(() -> MongodbDatabase.connect(url, ModelNames.NONE))
                .isInstanceOf(ConnectionFailure.class)
                .hasMessage("MongoDB cannot be reached.");
    }

    @Test
    void aClientOfTheApplicationStaysOpen() {
        try (TestDatabase scene = TestDatabases.create(DatabaseName.MONGODB);
                MongoClient client = MongoClients.create(scene.url())) {
            MongodbDatabase database = MongodbDatabase.of(client, "other", ModelNames.NONE);
            Session session = database.session();
            assertThat(session.server().kind()).isEqualTo(DatabaseKind.MONGODB);
            database.close();
            assertThatThrownBy(() -> database.collection("x", BsonDocument.class, new BsonDocumentCodec()))
                    .isInstanceOf(ConnectionFailure.class);
            assertThat(client.getDatabase("other").getCollection("x").countDocuments())
                    .isZero();
        }
    }

    @Test
    void sqlIsRefused() {
        try (TestDatabase scene = TestDatabases.create(DatabaseName.MONGODB);
                MongodbDatabase database = MongodbDatabase.connect(scene.url(), ModelNames.NONE)) {
            assertThatThrownBy(() -> database.session().update("DELETE FROM x", statement -> {}))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("no SQL");
        }
    }

    @Test
    void withoutAReplicaSetATransactionSaysWhatToDo() {
        try (TestDatabase scene = TestDatabases.create(DatabaseName.MONGODB);
                MongodbDatabase database = MongodbDatabase.connect(scene.url(), ModelNames.NONE)) {
            Assumptions.assumeFalse(database.hasTransactions());
            assertThatThrownBy(() -> database.transaction(session -> 1))
                    .isInstanceOf(TransactionsUnavailable.class)
                    .hasMessageContaining("rs.initiate()");
        }
    }

    @Test
    void withAReplicaSetTransactionsCommitOrRollBack() {
        try (TestDatabase scene = TestDatabases.create(DatabaseName.MONGODB);
                MongodbDatabase database = MongodbDatabase.connect(scene.url(), ModelNames.NONE)) {
            Assumptions.assumeTrue(database.hasTransactions(), "this server has no transactions");
            assertThat(database.<Integer>transaction(session -> 1)).isEqualTo(1);
            assertThatThrownBy(() ->
                            database.transaction(TransactionOptions.isolation(Isolation.SERIALIZABLE), session -> 1))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
