package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is tried out on MongoDB beside the database, and what is taken away from it. */
class MongodbResetTest {
    private static final String SCHEMA = """
            datasource db {
              provider          = "mongodb"
              url               = env("DATABASE_URL")
              shadowDatabaseUrl = env("SHADOW_DATABASE_URL")
            }

            model User {
              id     String @id @default(auto()) @map("_id") @db.ObjectId
              email  String @unique
              visits Int
            }
            """;

    private TestDatabase server;
    private MongoClient client;
    private MongoDatabase database;
    private Sandbox sandbox;

    @BeforeEach
    void open(@TempDir Path folder) {
        server = TestDatabases.create(DatabaseName.MONGODB);
        client = MongoClients.create(server.url());
        database = client.getDatabase(nameOf(server));
        sandbox = new Sandbox(folder);
        sandbox.set("DATABASE_URL", server.url()).write("schema.flash", withoutShadow());
        sandbox.flash("migrate", "users").exits(0);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static String nameOf(TestDatabase database) {
        String address = database.url().split("\\?", 2)[0];
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String withoutShadow() {
        return SCHEMA.replaceFirst("  shadow.*\n", "")
                .replace("         =", "=")
                .replace("url               =", "url      =");
    }

    private List<String> scratchDatabases() {
        return client.listDatabaseNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith("flash_scratch_"))
                .toList();
    }

    private String file(String end) {
        return sandbox.snapshot().keySet().stream()
                .filter(path -> path.endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    private void edit(String end, String before, String after) {
        String text = sandbox.read(file(end));
        assertThat(text).contains(before);
        sandbox.write(file(end), text.replace(before, after));
    }

    private void adds(String statement) {
        edit(
                "up.js",
                "db.runCommand({\n  \"create\": \"User\"",
                statement + "\n\ndb.runCommand({\n  \"create\": \"User\"");
    }

    @Test
    void aPlanIsTriedOutBeforeItIsWritten() {
        sandbox.write(
                "schema.flash",
                withoutShadow().replace("  visits Int\n", "  visits Int\n  plan String @default(\"free\")\n"));
        Sandbox.Run run = sandbox.flash("migrate", "plans").exits(0);
        assertThat(run.stdout() + run.stderr()).contains("verified in a scratch database: up, down and up again");
        assertThat(scratchDatabases()).isEmpty();
        assertThat(database.listCollectionNames()).isEmpty();
        assertThat(sandbox.flash("migrate", "verify").exits(0).stdout())
                .contains("2 migrations verified: up, 2 down, up again");
        assertThat(scratchDatabases()).isEmpty();
    }

    @Test
    void verifySeesWhatDoesNotHold() {
        edit(
                "down.js",
                "db.runCommand({\"drop\": \"User\"});",
                "db.runCommand({\"dropIndexes\": \"User\", \"index\": \"User_email_key\"});");
        assertThat(sandbox.flash("migrate", "verify").exits(4).stdout())
                .contains("the way down does not lead back", "User");
        edit("up.js", "\"bsonType\": \"string\"", "\"bsonType\": \"int\"");
        assertThat(sandbox.flash("migrate", "verify").exits(4).stdout())
                .contains("the way up does not lead to", "describe documents of User");
        adds("db.runCommand({\"create\": \"User\"});");
        assertThat(sandbox.flash("migrate", "verify").exits(4).stdout()).contains("the way up fails", "up.js:");
        assertThat(scratchDatabases()).isEmpty();
    }

    @Test
    void aChangedValidatorIsDriftAndAnotherDocumentIsNone() {
        sandbox.flash("apply").exits(0);
        database.getCollection("User").insertOne(new Document("email", 1).append("other", 2));
        assertThat(sandbox.flash("check").exits(0).stdout()).contains("drift       ok");
        database.runCommand(new Document("collMod", "User")
                .append(
                        "validator",
                        new Document(
                                "$jsonSchema", new Document("properties", new Document("email", new Document())))));
        assertThat(sandbox.flash("check").exits(4).stderr()).contains("F5705", "`User`");
        assertThat(sandbox.flash("migrate", "verify").exits(4).stdout()).contains("has drifted");
    }

    @Test
    void dropsWhatMigrationsMadeAndKeepsTheRest() {
        adds("db.runCommand({\"create\": \"draft\"});\n\ndb.getCollection(\"draft\").renameCollection(\"final\");\n\n"
                + "db.runCommand({\"create\": \"emails\", \"viewOn\": \"User\", \"pipeline\": []});");
        edit("up.js", ", \"viewOn\": \"User\", \"pipeline\": []", "");
        sandbox.flash("apply").exits(0);
        database.getCollection("User").insertOne(new Document("email", "a@x.io"));
        database.getCollection("theirs").insertOne(new Document("n", 7));
        Map<String, String> files = sandbox.snapshot();
        assertThat(sandbox.flash("reset", "--dry-run").exits(0).stdout())
                .contains("would drop table User\n", "would drop table final\n", "would drop table emails\n")
                .contains("would keep table theirs: no migration made it\n")
                .doesNotContain("draft", "_flash");
        assertThat(sandbox.flash("reset").exits(3).stderr()).contains("F6088", "--confirm " + database.getName());
        assertThat(sandbox.flash("reset", "--confirm", "other").exits(3).stderr())
                .contains("not `other`");
        assertThat(database.getCollection("User").countDocuments()).isEqualTo(1);

        assertThat(sandbox.flash("reset", "--confirm", database.getName())
                        .exits(0)
                        .stdout())
                .contains(" is reset: ");
        assertThat(database.getCollection("User").countDocuments()).isZero();
        assertThat(database.getCollection("User").listIndexes()).hasSize(2);
        assertThat(database.getCollection("theirs").countDocuments()).isEqualTo(1);
        sandbox.flash("status", "--check").exits(0);
        sandbox.flash("reset", "--confirm", database.getName(), "--json").exits(0);
        assertThat(sandbox.snapshot()).isEqualTo(files);
    }

    @Test
    void aDatabaseThatIsGivenForItIsUsedOnlyWhenItIsEmpty() {
        try (TestDatabase shadow = TestDatabases.create(DatabaseName.MONGODB)) {
            sandbox.set("SHADOW_DATABASE_URL", shadow.url()).write("schema.flash", SCHEMA);
            MongoDatabase given = client.getDatabase(nameOf(shadow));
            sandbox.flash("migrate", "verify").exits(0);
            assertThat(given.listCollectionNames()).isEmpty();
            // A run that was killed has left its mark: what lies there is nobody's.
            given.createCollection("_flash_scratch");
            given.createCollection("left_over");
            sandbox.flash("migrate", "verify").exits(0);
            assertThat(given.listCollectionNames()).isEmpty();
            given.createCollection("precious");
            assertThat(sandbox.flash("migrate", "verify").exits(1).stderr()).contains("F5351", "precious");
            assertThat(given.listCollectionNames()).containsExactly("precious");
        }
    }
}
