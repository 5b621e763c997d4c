package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A project that Prisma has kept so far: its schema, its folder and its table, taken over as they are. */
class PrismaAdoptionTest {
    private static final String INIT = "20240101000000_init";
    private static final String POSTS = "20240202000000_posts";
    private static final String MODELS = """

            model User {
              id    Int    @id @default(autoincrement())
              email String @unique
              posts Post[]
            }

            model Post {
              id       Int     @id @default(autoincrement())
              title    String
              author   User    @relation(fields: [authorId], references: [id])
              authorId Int
            }
            """;

    /** Per provider: the two migrations and the table, in the words of the reference implementation. */
    private record Words(String init, String posts, String table, String now) {}

    private static final Map<String, Words> WORDS = Map.of(
            "postgresql",
            new Words("""
                            -- CreateTable
                            CREATE TABLE "User" (
                                "id" SERIAL NOT NULL,
                                "email" TEXT NOT NULL,

                                CONSTRAINT "User_pkey" PRIMARY KEY ("id")
                            );

                            -- CreateIndex
                            CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
                            """, """
                            -- CreateTable
                            CREATE TABLE "Post" (
                                "id" SERIAL NOT NULL,
                                "title" TEXT NOT NULL,
                                "authorId" INTEGER NOT NULL,

                                CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
                            );

                            -- AddForeignKey
                            ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
                            """, """
                            CREATE TABLE _prisma_migrations (
                                id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL,
                                finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL, logs TEXT,
                                rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
                                applied_steps_count INTEGER NOT NULL DEFAULT 0)""", "now()"),
            "mysql",
            new Words("""
                            -- CreateTable
                            CREATE TABLE `User` (
                                `id` INTEGER NOT NULL AUTO_INCREMENT,
                                `email` VARCHAR(191) NOT NULL,

                                UNIQUE INDEX `User_email_key`(`email`),
                                PRIMARY KEY (`id`)
                            ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                            """, """
                            -- CreateTable
                            CREATE TABLE `Post` (
                                `id` INTEGER NOT NULL AUTO_INCREMENT,
                                `title` VARCHAR(191) NOT NULL,
                                `authorId` INTEGER NOT NULL,

                                PRIMARY KEY (`id`)
                            ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

                            -- AddForeignKey
                            ALTER TABLE `Post` ADD CONSTRAINT `Post_authorId_fkey` FOREIGN KEY (`authorId`) REFERENCES `User`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
                            """, """
                            CREATE TABLE _prisma_migrations (
                                id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL,
                                finished_at DATETIME(3), migration_name VARCHAR(255) NOT NULL, logs TEXT,
                                rolled_back_at DATETIME(3), started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
                                applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0
                            ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci""", "CURRENT_TIMESTAMP(3)"),
            "sqlite",
            new Words("""
                            -- CreateTable
                            CREATE TABLE "User" (
                                "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                                "email" TEXT NOT NULL
                            );

                            -- CreateIndex
                            CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
                            """, """
                            -- CreateTable
                            CREATE TABLE "Post" (
                                "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                                "title" TEXT NOT NULL,
                                "authorId" INTEGER NOT NULL,
                                CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
                            );
                            """, """
                            CREATE TABLE "_prisma_migrations" (
                                "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME,
                                "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
                                "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
                                "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)""", "1704067200123"));

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path base) throws IOException {
        sandbox = new Sandbox(Files.createDirectories(base.resolve("project")));
    }

    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    private static Words words(TestDatabase database) {
        return Objects.requireNonNull(WORDS.get(database.name().provider()));
    }

    private void project(TestDatabase database, String models) {
        String provider = database.name().provider();
        sandbox.write(
                "prisma/schema.prisma",
                "generator client {\n  provider = \"prisma-client-js\"\n}\n\ndatasource db {\n  provider = \""
                        + provider + "\"\n  url      = env(\"DATABASE_URL\")\n}\n" + models);
        sandbox.set("DATABASE_URL", database.url());
        sandbox.write("prisma/migrations/migration_lock.toml", "provider = \"" + provider + "\"\n");
        sandbox.write(
                "prisma/migrations/" + INIT + "/migration.sql", words(database).init());
        sandbox.write(
                "prisma/migrations/" + POSTS + "/migration.sql", words(database).posts());
    }

    /** Runs a file as Prisma does, and leaves its row. */
    private static void deploy(TestDatabase database, String name, String sql, String finished, String rolledBack) {
        for (String statement : sql.split(";", -1)) {
            if (!statement.isBlank()) {
                database.execute(statement);
            }
        }
        row(database, name, sql, finished, rolledBack);
    }

    private static void row(TestDatabase database, String name, String sql, String finished, String rolledBack) {
        String now = words(database).now();
        String steps = finished.equals("NULL") ? "0" : "1";
        database.execute(
                "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at,"
                        + " started_at, applied_steps_count) VALUES ('"
                        + Integer.toHexString((name + finished + rolledBack).hashCode())
                        + "', '" + sha256(sql) + "', " + finished + ", '" + name + "', "
                        + (finished.equals("NULL") ? "'A migration failed to apply.'" : "NULL") + ", " + rolledBack
                        + ", " + now
                        + ", " + steps + ")");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deployed(TestDatabase database) {
        project(database, MODELS);
        Words words = words(database);
        database.execute(words.table());
        deploy(database, INIT, words.init(), words.now(), "NULL");
        deploy(database, POSTS, words.posts(), words.now(), "NULL");
    }

    private static List<String> query(TestDatabase database, String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(String file) throws IOException {
        try (var folders = Files.list(sandbox.path("prisma/migrations"))) {
            return Files.readString(folders.filter(Files::isDirectory)
                    .sorted()
                    .reduce((one, other) -> other)
                    .orElseThrow()
                    .resolve(file));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void goesOnFromWherePrismaWas(TestServer server) throws IOException {
        try (TestDatabase database = server.create()) {
            deployed(database);
            Sandbox.Run status = sandbox.flash("status", "--check", "--json").exits(0);
            assertThat(status.json().at("/data/migrations").size()).isEqualTo(2);
            assertThat(sandbox.flash("migrate", "nothing").exits(0).stdout()).startsWith("nothing to migrate");

            String quote = database.name().provider().equals("mysql") ? "`" : "\"";
            database.execute("INSERT INTO " + quote + "User" + quote + " (email) VALUES ('ann@example.com')");
            project(database, MODELS.replace("@unique\n", "@unique\n  name  String?\n"));
            Sandbox.Run migrate = sandbox.flash("migrate", "names", "--json").exits(0);
            assertThat(migrate.json().at("/data/verified").asBoolean())
                    .as(migrate.stdout())
                    .isTrue();
            assertThat(migrate.json().at("/data/steps").size())
                    .as(migrate.stdout())
                    .isEqualTo(1);
            assertThat(written("up.sql")).contains("ADD COLUMN").doesNotContain("DROP", "Post");
            assertThat(written("migration.toml")).contains("parents = [\"" + POSTS + "\"]");
            sandbox.flash("status", "--check").exits(4);
            assertThat(sandbox.flash("apply", "--json")
                            .exits(0)
                            .json()
                            .at("/data/migrations")
                            .size())
                    .isEqualTo(1);
            sandbox.flash("status", "--check").exits(0);
            assertThat(query(database, "SELECT name FROM " + quote + "User" + quote))
                    .containsExactly((String) null);
            sandbox.flash("migrate", "verify").exits(0);

            sandbox.flash("down", "--accept-data-loss").exits(0);
            Sandbox.Run further = sandbox.flash("down", "--accept-data-loss").exits(1);
            assertThat(further.stderr()).contains("error[F5320]", POSTS, "nothing was executed");
            assertThat(query(database, "SELECT email FROM " + quote + "User" + quote))
                    .containsExactly("ann@example.com");
            sandbox.flash("apply").exits(0);
            assertThat(query(database, "SELECT count(*) FROM _prisma_migrations"))
                    .as("Prisma's table is only read")
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatPrismaLeftHalfWayIsForAPersonToSettle(TestServer server) {
        try (TestDatabase database = server.create()) {
            project(database, MODELS);
            Words words = words(database);
            database.execute(words.table());
            deploy(database, INIT, words.init(), words.now(), "NULL");
            // A first try was rolled back by hand and marked so; the second one failed and is not settled.
            row(database, POSTS, words.posts(), "NULL", words.now());
            row(database, POSTS, words.posts(), "NULL", "NULL");
            for (String command : new String[] {"status", "apply", "down"}) {
                assertThat(sandbox.flash(command).exits(1).stderr())
                        .as(command)
                        .contains(
                                "error[F5424]",
                                POSTS,
                                "A migration failed to apply.",
                                "flash migrate resolve --applied " + POSTS,
                                "next: flash migrate resolve --rolled-back " + POSTS);
                sandbox.flash(command, "--json").exits(1);
            }
            sandbox.flash("migrate", "resolve", "--rolled-back", POSTS).exits(0);
            assertThat(sandbox.flash("status").exits(0).stdout()).containsPattern("pending +" + POSTS);
            sandbox.flash("apply").exits(0);
            sandbox.flash("status", "--check").exits(0);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aHistoryWithoutATableIsRunAndAnEditedFileIsRefused(TestServer server) throws IOException {
        try (TestDatabase database = server.create()) {
            project(database, MODELS);
            sandbox.flash("apply").exits(0);
            sandbox.flash("status", "--check").exits(0);
        }
        try (TestDatabase database = server.create()) {
            deployed(database);
            // As Git on Windows checks it out.
            Path init = sandbox.path("prisma/migrations/" + INIT + "/migration.sql");
            Files.writeString(init, words(database).init().replace("\n", "\r\n"));
            sandbox.flash("status", "--check").exits(0);
            Files.writeString(init, words(database).init() + "CREATE TABLE sneaked (id INTEGER);\n");
            assertThat(sandbox.flash("apply").exits(1).stderr()).contains("error[F5420]", INIT);
        }
    }
}
