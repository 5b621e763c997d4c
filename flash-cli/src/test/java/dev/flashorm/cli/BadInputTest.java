package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong every day: a clear error, the right exit code, nothing half-applied, nothing lost. */
class BadInputTest {
    private static final String MODELS = """

            model User {
              id    Int    @id @default(autoincrement())
              email String @unique
            }
            """;

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path base) throws IOException {
        sandbox = new Sandbox(Files.createDirectories(base.resolve("project")));
    }

    private static String schema(String provider, String url) {
        return "datasource db {\n  provider = \"" + provider + "\"\n  url      = \"" + url + "\"\n}\n" + MODELS;
    }

    /** A project on SQLite with one applied migration. */
    private void applied() {
        sandbox.write("schema.flash", schema("sqlite", "file:dev.db"));
        sandbox.flash("migrate", "init", "--json").exits(0);
        sandbox.flash("apply", "--json").exits(0);
    }

    private String migration(String name) {
        try (Stream<Path> folders = Files.list(sandbox.path("migrations"))) {
            return "migrations/"
                    + folders.map(folder -> String.valueOf(folder.getFileName()))
                            .filter(folder -> folder.endsWith(name))
                            .findFirst()
                            .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> tables() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + sandbox.path("dev.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_flash%' ESCAPE '\\'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Test
    void aMissingSchema() {
        for (String command : new String[] {"validate", "format", "gen", "apply", "down", "status", "config"}) {
            Sandbox.Run run = sandbox.flash(command).exits(2);
            assertThat(run.stderr()).as(command).contains("error[F6026]").endsWith("next: flash init\n");
            sandbox.flash(command, "--json").exits(2);
        }
        sandbox.flash("migrate", "x").exits(2);
        assertThat(sandbox.snapshot()).isEmpty();
    }

    @Test
    void aSyntaxError() {
        sandbox.write("schema.flash", "model User {\n  id Int @id(\n}\n");
        Map<String, String> before = sandbox.snapshot();
        for (String[] line : new String[][] {{"validate"}, {"format"}, {"gen"}, {"migrate", "x"}}) {
            assertThat(sandbox.flash(line).exits(1).stderr()).contains("--> schema.flash:2:");
            assertThat(sandbox.flash(with(line, "--json"))
                            .exits(1)
                            .json()
                            .at("/diagnostics/0/at/line")
                            .asInt())
                    .isEqualTo(2);
        }
        assertThat(sandbox.snapshot()).isEqualTo(before);
    }

    private static String[] with(String[] line, String option) {
        String[] longer = Arrays.copyOf(line, line.length + 1);
        longer[line.length] = option;
        return longer;
    }

    @Test
    void anUnreachableDatabase() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        sandbox.write("schema.flash", schema("postgresql", "postgresql://ann:geheim123@127.0.0.1:" + port + "/app"));
        sandbox.flash("migrate", "init").exits(0);
        for (String command : new String[] {"apply", "status", "down"}) {
            Sandbox.Run run = sandbox.flash(command).exits(1);
            assertThat(run.stderr())
                    .as(command)
                    .contains("error[F5502]", "127.0.0.1:" + port)
                    .doesNotContain("geheim123");
            assertThat(sandbox.flash(command, "--json", "--debug").exits(1).stdout())
                    .doesNotContain("geheim123");
        }
    }

    @Test
    void aWrongPassword() {
        try (TestDatabase database = TestDatabases.create(DatabaseName.POSTGRESQL)) {
            String url = database.url().replaceFirst("://[^@/]*@", "://nobody:geheim123@");
            sandbox.write("schema.flash", schema("postgresql", url));
            sandbox.flash("migrate", "init").exits(0);
            Sandbox.Run run = sandbox.flash("apply", "--debug").exits(1);
            assertThat(run.stderr()).contains("error[F5503]").doesNotContain("geheim123");
        }
    }

    @Test
    void aMigrationThatFailsInItsThirdStatement() throws SQLException {
        applied();
        sandbox.write("schema.flash", sandbox.read("schema.flash") + "\nmodel Tag {\n  id Int @id\n}\n");
        sandbox.flash("migrate", "tags").exits(0);
        String up = migration("_tags") + "/up.sql";
        sandbox.write(
                up,
                "CREATE TABLE \"One\" (\"id\" INTEGER);\nCREATE TABLE \"Two\" (\"id\" INTEGER);\nCREATE TABEL \"Three\" (x);\n");
        Sandbox.Run run = sandbox.flash("apply").exits(1);
        assertThat(run.stderr())
                .contains("error[F5310]", "statement 3 of 3", "--> " + up + ":3:", "next: flash migrate up");
        assertThat(tables()).containsExactly("User");
        assertThat(sandbox.flash("apply", "--json")
                        .exits(1)
                        .json()
                        .at("/error/at/line")
                        .asInt())
                .isEqualTo(3);
        assertThat(sandbox.flash("status", "--check").exits(4).stdout()).contains("pending", "_tags");
        sandbox.write(up, "CREATE TABLE \"Tag\" (\"id\" INTEGER NOT NULL PRIMARY KEY);\n");
        sandbox.flash("apply").exits(0);
        assertThat(tables()).containsExactly("Tag", "User");
    }

    @RepeatedTest(5)
    void applyTwiceAtOnce() throws SQLException {
        sandbox.write("schema.flash", schema("sqlite", "file:dev.db"));
        sandbox.flash("migrate", "init").exits(0);
        CompletableFuture<Sandbox.Run> other = CompletableFuture.supplyAsync(() -> sandbox.flash("apply", "--json"));
        Sandbox.Run mine = sandbox.flash("apply", "--json");
        Sandbox.Run theirs = other.join();
        assertDoneOrLocked(mine);
        assertDoneOrLocked(theirs);
        assertThat(ran(mine) + ran(theirs)).isEqualTo(1);
        assertThat(tables()).containsExactly("User");
        sandbox.flash("status", "--check").exits(0);
    }

    private static void assertDoneOrLocked(Sandbox.Run run) {
        assertThat(run.exit()).as(run.toString()).isIn(0, 5);
    }

    private static int ran(Sandbox.Run run) {
        return run.exit() == 0 ? run.json().at("/data/migrations").size() : 0;
    }

    @Test
    void anEditedAppliedMigration() {
        applied();
        String up = migration("_init") + "/up.sql";
        sandbox.write(up, sandbox.read(up) + "CREATE TABLE \"Sneaked\" (\"id\" INTEGER);\n");
        Sandbox.Run run = sandbox.flash("apply").exits(1);
        assertThat(run.stderr()).contains("error[F54", "_init");
        sandbox.flash("apply", "--json").exits(1);
        assertThat(sandbox.flash("status").exits(0).stderr()).contains("error[F54");
        sandbox.flash("status", "--check", "--json").exits(4);
    }

    @Test
    void anUnknownOption() {
        assertThat(sandbox.flash("apply", "--dryrun").exits(2).stderr())
                .contains("error[F6002]", "did you mean `--dry-run`?");
        assertThat(sandbox.snapshot()).isEmpty();
    }

    @Test
    void anotherDatabaseThanTheSchemas() {
        sandbox.write("schema.flash", schema("sqlite", "file:dev.db"));
        assertThat(sandbox.flash("apply", "--url", "postgresql://h/d").exits(2).stderr())
                .contains("error[F6063]", "comes from --url");
        assertThat(sandbox.flash("apply", "--url", "nonsense").exits(2).stderr())
                .contains("error[F5501]");
        sandbox.write("schema.flash", schema("sqlite", "file:dev.db").replace("\"file:dev.db\"", "env(\"NOT_SET\")"));
        assertThat(sandbox.flash("apply").exits(2).stderr())
                .contains("error[F6029]", "`NOT_SET`", "--> schema.flash:3:");
    }

    @Test
    void whatWouldLoseDataNeedsConsent() throws SQLException {
        applied();
        Map<String, String> before = sandbox.snapshot();
        sandbox.write("schema.flash", schema("sqlite", "file:dev.db").replace("  email String @unique\n", ""));
        assertThat(sandbox.flash("migrate", "drop email").exits(3).stderr())
                .contains("error[F6061]", "email", "next: flash migrate \"drop email\" --accept-data-loss");
        sandbox.flash("migrate", "drop email", "--json").exits(3);
        assertThat(sandbox.flash("down").exits(3).stderr()).contains("error[F5321]", "--accept-data-loss");
        assertThat(sandbox.flash("down", "--to", "empty").exits(3).stderr())
                .contains("next: flash migrate down --to empty --accept-data-loss");
        sandbox.write("schema.flash", schema("sqlite", "file:dev.db"));
        assertThat(tables()).containsExactly("User");
        Map<String, String> after = sandbox.snapshot();
        assertThat(after.keySet()).containsExactlyInAnyOrderElementsOf(before.keySet());
        sandbox.flash("down", "--accept-data-loss", "--json").exits(0);
        assertThat(tables()).isEmpty();
    }

    @Test
    void aDryRunWritesNothing() {
        sandbox.write("schema.flash", schema("sqlite", "file:dev.db") + "\ngenerator g {\n  provider = \"java\"\n}\n");
        unchanged("migrate", "init", "--dry-run");
        unchanged("gen", "--dry-run");
        unchanged("gen", "--check");
        sandbox.flash("migrate", "init").exits(0);
        unchanged("apply", "--dry-run");
        unchanged("status");
        sandbox.flash("apply").exits(0);
        unchanged("apply", "--dry-run");
        unchanged("down", "--dry-run");
        unchanged("down", "--to", "empty", "--dry-run");
        unchanged("migrate", "status");
        unchanged("config");
        unchanged("demo", "--dry-run");
        unchanged("format", "--dry-run");
    }

    private void unchanged(String... line) {
        Map<String, String> before = sandbox.snapshot();
        sandbox.flash(line);
        assertThat(sandbox.snapshot()).as(String.join(" ", line)).isEqualTo(before);
        sandbox.flash(with(line, "--json"));
        assertThat(sandbox.snapshot()).as(String.join(" ", line)).isEqualTo(before);
    }

    @Test
    void generatingTwiceChangesNothing() {
        sandbox.write("schema.flash", schema("sqlite", "file:dev.db") + "\ngenerator g {\n  provider = \"java\"\n}\n");
        assertThat(sandbox.flash("gen", "--check").exits(4).stderr()).endsWith("next: flash gen\n");
        sandbox.flash("gen", "--json").exits(0);
        Map<String, String> first = sandbox.snapshot();
        assertThat(sandbox.flash("gen").exits(0).stdout()).contains(" 0 removed", "no files written");
        assertThat(sandbox.snapshot()).isEqualTo(first);
        sandbox.flash("gen", "--check").exits(0);
    }

    @Test
    void noGeneratorAndWrongGenerators() {
        sandbox.write("schema.flash", schema("sqlite", "file:dev.db"));
        assertThat(sandbox.flash("gen").exits(2).stderr()).contains("error[F6070]");
        sandbox.write(
                "schema.flash",
                schema("sqlite", "file:dev.db") + "\ngenerator g {\n  provider = \"java\"\n  package = \"a-b\"\n}\n");
        assertThat(sandbox.flash("gen", "--json")
                        .exits(2)
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("F7003");
    }

    @Test
    void aBugIsReportedWithoutASecret() throws IOException {
        sandbox.write("schema.flash", schema("sqlite", "file:dev.db"));
        Sandbox.Run run = sandbox.flash("status", "--url", "file:\0:geheim123@x");
        assertThat(run.exit()).isIn(1, 2, 70);
        assertThat(run.stderr()).doesNotContain("\tat ");
    }

    @Test
    void migrateNeedsANameAndAChange() {
        applied();
        assertThat(sandbox.flash("migrate").exits(2).stderr()).contains("error[F6060]");
        assertThat(sandbox.flash("migrate", "again").exits(0).stdout()).startsWith("nothing to migrate");
        sandbox.flash("migrate", "again", "--json").exits(0);
        assertThat(sandbox.flash("down", "--steps", "x").exits(2).stderr()).contains("error[F6064]");
        sandbox.flash("down", "--steps", "1", "--to", "empty").exits(2);
        sandbox.flash("apply", "nowhere").exits(2);
    }

    @Test
    void theDemoRefusesAFolderInUse() {
        sandbox.write("flash-demo/mine.txt", "mine");
        Map<String, String> before = sandbox.snapshot();
        assertThat(sandbox.flash("demo").exits(2).stderr()).contains("error[F6054]", "`flash-demo`");
        sandbox.flash("demo", "--json").exits(2);
        assertThat(sandbox.snapshot()).isEqualTo(before);
    }
}
