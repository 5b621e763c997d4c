package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading MongoDB through the command line, where no validator says what documents look like. */
class MongodbPullTest {
    private TestDatabase server;
    private MongoClient client;
    private MongoDatabase database;
    private Sandbox sandbox;

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        server = TestDatabases.create(DatabaseName.MONGODB);
        client = MongoClients.create(server.url());
        String address = server.url().split("\\?", 2)[0];
        database = client.getDatabase(address.substring(address.lastIndexOf('/') + 1));
        sandbox = new Sandbox(Files.createDirectory(temporary.resolve("project")));
        sandbox.set("DATABASE_URL", server.url());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private void fill() {
        MongoCollection<Document> users = database.getCollection("users");
        users.insertOne(new Document("email", "ann@x.io")
                .append("visits", 3)
                .append("since", Date.from(Instant.ofEpochMilli(0)))
                .append("home", new Document("city", "Bern").append("geo", new Document("lat", 1.5)))
                .append("tags", List.of("a", "b"))
                .append("teamIds", List.of(new ObjectId()))
                .append("odd", 1)
                .append("orders", List.of(new Document("sku", "x").append("count", 2L))));
        users.insertOne(new Document("email", "ben@x.io")
                .append("visits", 4)
                .append("nickname", "ben")
                .append("since", Date.from(Instant.ofEpochMilli(1)))
                .append("home", new Document("city", "Thun").append("geo", new Document("lat", 2)))
                .append("tags", List.of())
                .append("odd", "one"));
        users.createIndex(
                Indexes.ascending("email"),
                new IndexOptions().name("users_email_key").unique(true));
        users.createIndex(
                Indexes.compoundIndex(Indexes.ascending("visits"), Indexes.descending("since")),
                new IndexOptions().name("by_visits"));
        users.createIndex(Indexes.ascending("home.city"), new IndexOptions().name("users_home_city_idx"));
    }

    @Test
    void infersFieldsFromDocuments() {
        fill();
        assertThat(sandbox.flash("pull").exits(0).stdout()).isEqualTo("wrote schema.flash\n");
        assertThat(sandbox.read("schema.flash")).isEqualTo("""
                datasource db {
                  provider = "mongodb"
                  url      = env("DATABASE_URL")
                }

                model users {
                  id       String        @id @default(auto()) @map("_id") @db.ObjectId
                  email    String        @unique
                  home     UsersHome
                  nickname String?
                  /// Values of several types: int (1), string (1).
                  odd      Json
                  orders   UsersOrders[]
                  since    DateTime
                  tags     String[]
                  teamIds  String[]      @db.ObjectId
                  visits   Int

                  @@index([visits, since(sort: Desc)], map: "by_visits")
                  @@index([home.city])
                }

                type UsersHome {
                  city String
                  geo  UsersHomeGeo
                }

                type UsersHomeGeo {
                  lat Float
                }

                type UsersOrders {
                  count BigInt
                  sku   String
                }
                """);
        sandbox.flash("validate").exits(0);
        sandbox.flash("format", "--check").exits(0);
        sandbox.flash("migrate", "diff", "--from", "database", "--to", "schema.flash", "--exit-code")
                .exits(0);
        assertThat(sandbox.flash("pull").exits(0).stdout()).startsWith("nothing to pull");
    }

    @Test
    void adoptsADatabaseAndFindsDrift() {
        fill();
        sandbox.flash("pull").exits(0);
        sandbox.flash("migrate", "first").exits(0);
        sandbox.flash("migrate", "baseline").exits(0);
        assertThat(sandbox.flash("check").exits(0).stdout()).contains("drift       ok");

        database.getCollection("users").dropIndex("by_visits");
        assertThat(sandbox.flash("check").exits(4).stderr()).contains("by_visits");
        assertThat(sandbox.flash("migrate", "diff", "--from", "database", "--to", "schema.flash", "--script")
                        .exits(0)
                        .stdout())
                .contains("\"createIndexes\": \"users\"", "by_visits");
    }

    /** No validator says what documents have: another document is no difference, a missing index is one. */
    @Test
    void whatASampleShowsIsNoDrift() {
        fill();
        sandbox.flash("pull").exits(0);
        sandbox.flash("migrate", "first").exits(0);
        sandbox.flash("migrate", "baseline").exits(0);
        MongoCollection<Document> users = database.getCollection("users");
        users.insertOne(new Document("phone", 1).append("email", 7));
        assertThat(sandbox.flash("check").exits(0).stdout()).contains("drift       ok");
        assertThat(sandbox.flash("migrate", "verify").exits(0).stdout()).contains("1 migration verified");
        users.dropIndex("by_visits");
        assertThat(sandbox.flash("migrate", "verify").exits(4).stdout())
                .contains("has drifted")
                .contains("by_visits");
    }

    @Test
    void leavesWhatTheLanguageHasNoWordFor() {
        fill();
        MongoCollection<Document> users = database.getCollection("users");
        users.createIndex(
                Indexes.ascending("nickname"), new IndexOptions().name("short").sparse(true));
        users.createIndex(Indexes.ascending("absent"), new IndexOptions().name("of_nothing"));
        sandbox.flash("pull").exits(0);
        assertThat(sandbox.read("schema.flash"))
                .contains("@@index([nickname], map: \"short\")")
                .doesNotContain("absent");
        assertThat(sandbox.flash("pull").exits(0).stderr()).contains("still different", "of_nothing");
    }

    @Test
    void keepsWhatPeopleWrote() {
        fill();
        sandbox.flash("pull").exits(0);
        String written = sandbox.read("schema.flash")
                .replace("model users {", "/// Who signs in.\nmodel Person {")
                .replace("  visits   Int\n", "  seen Int @default(0) @map(\"visits\") // counted\n")
                .replace("[visits,", "[seen,")
                .replace("    UsersHome\n", "    Place\n")
                .replace("type UsersHome {\n", "type Place {\n  // of the post\n")
                .replace(
                        "  @@index([home.city])\n",
                        "  @@index([home.city], map: \"users_home_city_idx\")\n  @@map(\"users\")\n");
        sandbox.write("schema.flash", written.replace("@unique", "@unique(map: \"users_email_key\")"));
        sandbox.flash("format").exits(0);
        String before = sandbox.read("schema.flash");
        assertThat(sandbox.flash("pull").exits(0).stdout()).startsWith("nothing to pull");
        assertThat(sandbox.read("schema.flash")).isEqualTo(before);

        database.getCollection("users")
                .insertOne(new Document("email", "cy@x.io")
                        .append("visits", 1)
                        .append("since", Date.from(Instant.ofEpochMilli(2)))
                        .append(
                                "home",
                                new Document("city", "Chur")
                                        .append("geo", new Document("lat", 3.0))
                                        .append("zip", "7000"))
                        .append("tags", List.of())
                        .append("odd", 1)
                        .append("phone", "1"));
        database.getCollection("teams").insertOne(new Document("name", "red"));
        sandbox.flash("pull").exits(0);
        assertThat(sandbox.read("schema.flash"))
                .contains(
                        "/// Who signs in.\nmodel Person {",
                        "@default(0) @map(\"visits\") // counted",
                        "// of the post")
                .contains("zip  String?", "phone    String?", "model teams {")
                .contains("type Place {");
        sandbox.flash("validate").exits(0);
        assertThat(sandbox.flash("pull").exits(0).stdout()).startsWith("nothing to pull");
    }

    @Test
    void survivesNamesThatNoSchemaHas() {
        MongoCollection<Document> odd = database.getCollection("1 größe");
        odd.insertOne(new Document("größe", 1)
                .append("1st", 1)
                .append("model", "m")
                .append("a b", true)
                .append("a_b", true)
                .append("nested", new Document("x y", 1).append("model", 2)));
        database.getCollection("a..b").insertOne(new Document("in", new Document("x", 1)));
        database.getCollection("model").insertOne(new Document("true", 1).append("String", "s"));
        Sandbox.Run run = sandbox.flash("pull").exits(0);
        assertThat(run.stderr()).doesNotContain("F6085");
        assertThat(sandbox.read("schema.flash"))
                .contains("@map(\"größe\")", "@map(\"1st\")", "@map(\"a b\")", "@map(\"x y\")", "@@map(\"1 größe\")");
        sandbox.flash("validate").exits(0);
        assertThat(sandbox.flash("pull").exits(0).stdout()).startsWith("nothing to pull");
    }

    @Test
    void readsAnEmptyDatabaseAndAnEmptyCollection() {
        sandbox.flash("pull", "--print").exits(0);
        database.createCollection("empty");
        assertThat(sandbox.flash("pull", "--print").exits(0).stdout())
                .contains("model empty {\n  id String @id @default(auto()) @map(\"_id\") @db.ObjectId\n}");
    }

    @Test
    void staysInBoundsWithDeepWideAndHugeDocuments() {
        Document deep = new Document("end", 1);
        for (int i = 0; i < 60; i++) {
            deep = new Document("in", deep);
        }
        Document wide = new Document();
        for (int i = 0; i < 5000; i++) {
            wide.append("key" + i, i);
        }
        database.getCollection("things")
                .insertOne(new Document("deep", deep)
                        .append("wide", wide)
                        .append("huge", "x".repeat(8_000_000))
                        .append("none", null));
        sandbox.flash("pull").exits(0);
        assertThat(sandbox.read("schema.flash")).contains("wide Json", "huge String", "none Json?");
        sandbox.flash("validate").exits(0);
    }

    @Test
    void saysThatNoServerAnswers() {
        sandbox.set("DATABASE_URL", "mongodb://127.0.0.1:1/gone?serverSelectionTimeoutMS=200");
        assertThat(sandbox.flash("pull").exits(1).stderr()).contains("error[F550");
        assertThat(sandbox.path("schema.flash")).doesNotExist();
    }
}
