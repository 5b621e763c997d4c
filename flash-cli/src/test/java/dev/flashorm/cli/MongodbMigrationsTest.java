package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.migrate.journal.Journal;
import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations of MongoDB through the command line: collections, indexes and fields, the journal, the lease. */
class MongodbMigrationsTest {
    private static final String FIRST = """
            datasource db {
              provider = "mongodb"
              url      = env("DATABASE_URL")
            }

            enum Role {
              USER
              ADMIN
            }

            type Address {
              street String
              city   String?
            }

            model User {
              id       String    @id @default(auto()) @map("_id") @db.ObjectId
              email    String    @unique
              nickname String?
              role     Role      @default(USER)
              home     Address?
              others   Address[]
              visits   Int

              @@index([role, visits(sort: Desc)])
              @@index([home.city])
            }
            """;
    private static final String SECOND = FIRST.replace(
                    "  nickname String?\n", "  alias    String?   @renamedFrom(\"nickname\")\n")
            .replace("  visits   Int\n", "  visits   Int\n  plan     String    @default(\"free\")\n")
            .replace("  @@index([home.city])\n", "  @@index([alias])\n");

    private TestDatabase server;
    private MongoClient client;
    private MongoDatabase database;
    private Sandbox sandbox;
    private Path newest;

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        server = TestDatabases.create(DatabaseName.MONGODB);
        client = MongoClients.create(server.url());
        String address = server.url().split("\\?", 2)[0];
        database = client.getDatabase(address.substring(address.lastIndexOf('/') + 1));
        sandbox = new Sandbox(Files.createDirectory(temporary.resolve("project")));
        sandbox.set("DATABASE_URL", server.url());
        sandbox.write("schema.flash", FIRST);
        newest = sandbox.path("migrations");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private List<String> collections() {
        return database.listCollectionNames().into(new ArrayList<>());
    }

    private List<String> indexes() {
        return database.getCollection("User").listIndexes().into(new ArrayList<>()).stream()
                .map(index -> index.getString("name"))
                .sorted()
                .toList();
    }

    private String script(String name) {
        try {
            return Files.readString(newest.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(newest.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one; the ids of two that are written in the same second don't tell which came later. */
    private void migrate(String name, String... arguments) {
        sandbox.flash(arguments.length == 0 ? new String[] {"migrate", name} : arguments)
                .exits(0);
        try (var folders = Files.list(sandbox.path("migrations"))) {
            newest = folders.filter(folder -> folder.getFileName().toString().endsWith("_" + name))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void writesWhatMongoshRuns() {
        migrate("users");
        assertThat(script("up.js"))
                .startsWith("// create collection User\ndb.runCommand({\n  \"create\": \"User\",\n")
                .contains("\"required\": [\"_id\", \"email\", \"role\", \"visits\"]")
                .contains("\"enum\": [\"USER\", \"ADMIN\"]")
                .contains("{\"key\": {\"email\": 1}, \"name\": \"User_email_key\", \"unique\": true}")
                .contains("{\"role\": 1, \"visits\": -1}")
                .contains("\"home.city\": 1");
        assertThat(script("down.js")).contains("db.runCommand({\"drop\": \"User\"});");
    }

    @Test
    void goesUpAndDown() {
        migrate("users");
        sandbox.flash("apply").exits(0);
        assertThat(collections()).contains("User", "_flash_migrations");
        assertThat(indexes()).containsExactly("User_email_key", "User_home_city_idx", "User_role_visits_idx", "_id_");
        assertThat(sandbox.flash("status", "--json").exits(0).stdout()).contains("\"applied\"");
        sandbox.flash("apply").exits(0);

        MongoCollection<Document> users = database.getCollection("User");
        users.insertOne(
                new Document("email", "ann@x.io").append("nickname", "ann").append("role", "USER"));
        sandbox.write("schema.flash", SECOND);
        migrate("plans");
        assertThat(script("up.js")).contains("// describe documents of User\ndb.runCommand({\n  \"collMod\": \"User\"");
        sandbox.flash("apply").exits(0);
        assertThat(users.find().first())
                .containsEntry("alias", "ann")
                .containsEntry("plan", "free")
                .doesNotContainKey("nickname");
        assertThat(indexes()).containsExactly("User_alias_idx", "User_email_key", "User_role_visits_idx", "_id_");

        assertThat(sandbox.flash("down").exits(3).stderr()).contains("plan");
        sandbox.flash("down", "--accept-data-loss").exits(0);
        assertThat(users.find().first()).containsEntry("nickname", "ann").doesNotContainKeys("alias", "plan");
        assertThat(indexes()).containsExactly("User_email_key", "User_home_city_idx", "User_role_visits_idx", "_id_");
    }

    @Test
    void refusesWhatIsNoCommand() {
        migrate("users");
        write("up.js", "db.User.insertOne({});\n" + script("up.js"));
        assertThat(sandbox.flash("apply").exits(1).stderr()).contains("F5302").contains("up.js:1:1");
        assertThat(collections()).doesNotContain("User");
    }

    @Test
    void goesOnWhereARunWasCutOff() {
        migrate("users");
        sandbox.flash("apply").exits(0);
        MongoCollection<Document> history = database.getCollection("_flash_migrations");
        Document row = history.find().first();
        assertThat(row).isNotNull();
        // As a run leaves it that is killed after the server made the collection and before that was recorded.
        int total = row.getInteger("steps_total");
        SqlFile file = SqlFile.parse(
                new SourceFile("up.js", script("up.js")), Engines.of("mongodb").lexicon());
        Document intent = new Document("step", 1)
                .append("checksum", file.statements().get(0).checksum())
                .append("before", "absent[]");
        history.updateOne(
                Filters.eq("_id", row.getString("_id")),
                Updates.combine(
                        Updates.unset("finished_at"),
                        Updates.set("steps_done", 0),
                        Updates.set("done_checksum", Journal.checksum(List.of())),
                        Updates.set("intent", intent)));
        assertThat(sandbox.flash("status").exits(0).stdout()).contains("partly applied");
        sandbox.flash("apply").exits(0);
        assertThat(history.find().first()).containsEntry("steps_done", total).doesNotContainEntry("finished_at", null);
        assertThat(indexes()).hasSize(4);
    }

    @Test
    void waitsForALeaseAndTakesOneThatRanOut() {
        migrate("users");
        MongoCollection<Document> lock = database.getCollection("_flash_lock");
        Document lease = new Document("_id", "migrations")
                .append("token", "another")
                .append("owner", "flash ann@elsewhere pid 7")
                .append("until", Date.from(Instant.now().minusSeconds(1)));
        lock.insertOne(lease);
        sandbox.flash("apply").exits(0);
        assertThat(lock.countDocuments()).isZero();

        lock.insertOne(lease.append("until", Date.from(Instant.now().plusSeconds(600))));
        assertThat(sandbox.flash("down", "--accept-data-loss").exits(5).stderr())
                .contains("F5510")
                .contains("ann@elsewhere pid 7");
    }

    @Test
    void namesTheStatementThatFailed() {
        migrate("users");
        MongoCollection<Document> users = database.getCollection("User");
        users.insertOne(new Document("email", "a@x.io"));
        users.insertOne(new Document("email", "a@x.io"));
        assertThat(sandbox.flash("apply").exits(1).stderr())
                .contains("up.js:")
                .contains("MongoDB 48")
                .contains("next: flash migrate up");
    }

    @Test
    void becomesOneMigrationAndIsSettledByHand() {
        migrate("users");
        sandbox.write("schema.flash", FIRST.replace("@@index([home.city])", "@@index([nickname])"));
        migrate("names");
        migrate("all", "migrate", "squash", "all");
        assertThat(script("up.js")).startsWith("// from 2").contains("User_home_city_idx", "User_nickname_idx");
        sandbox.flash("migrate", "resolve", "--applied", newest.getFileName().toString())
                .exits(0);
        assertThat(sandbox.flash("apply").exits(0).stdout()).doesNotContain("create collection");
        assertThat(collections()).doesNotContain("User");
    }
}
