package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** `flash migrate "name"`: renames, losses, empty migrations, and the trial in a scratch database. */
class MigrateCommandTest {
    private static final String USER = """

            model User {
              id       Int     @id
              nickname String?
            }
            """;

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path base) throws IOException {
        sandbox = new Sandbox(Files.createDirectories(base.resolve("project")));
    }

    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    private Sandbox schema(TestDatabase database, String models) {
        return sandbox.write(
                "schema.flash",
                "datasource db {\n  provider = \"" + database.name().provider() + "\"\n  url = \"" + database.url()
                        + "\"\n}\n" + models);
    }

    private Sandbox sqlite(String models) {
        return sandbox.write(
                "schema.flash", "datasource db {\n  provider = \"sqlite\"\n  url = \"file:dev.db\"\n}\n" + models);
    }

    private static List<String> query(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private String last(String file) throws IOException {
        try (var folders = Files.list(sandbox.path("migrations"))) {
            return Files.readString(
                    folders.sorted().reduce((one, other) -> other).orElseThrow().resolve(file));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRenameKeepsTheValuesAndIsVerified(TestServer server) throws Exception {
        try (TestDatabase database = server.create()) {
            String quote = database.name().provider().equals("mysql") ? "`" : "\"";
            schema(database, USER).flash("migrate", "init", "--json").exits(0);
            sandbox.flash("apply").exits(0);
            database.execute("INSERT INTO " + quote + "User" + quote + " VALUES (1, 'ann')");

            schema(database, USER.replace("nickname", "displayName"));
            Map<String, String> before = sandbox.snapshot();
            Sandbox.Run refused = sandbox.flash("migrate", "names").exits(3);
            assertThat(refused.stderr())
                    .contains(
                            "error[F6100]",
                            "`User.nickname` is gone, and may be `User.displayName` now",
                            "flash migrate \"names\" --rename User.nickname=displayName",
                            "flash migrate \"names\" --accept-data-loss");
            sandbox.flash("migrate", "names", "--json").exits(3);
            assertThat(sandbox.snapshot()).isEqualTo(before);

            Sandbox.Run done = sandbox.flash("migrate", "names", "--rename", "User.nickname=displayName", "--json")
                    .exits(0);
            assertThat(done.json().at("/data/verified").asBoolean())
                    .as(done.stdout())
                    .isTrue();
            assertThat(done.json().at("/data/losses").size()).isZero();
            assertThat(last("migration.toml")).contains("\"User.displayName\" = \"User.nickname\"");
            sandbox.flash("apply").exits(0);
            assertThat(query(database, "SELECT " + quote + "displayName" + quote + " FROM " + quote + "User" + quote))
                    .containsExactly("ann");
            sandbox.flash("down").exits(0);
            assertThat(query(database, "SELECT " + quote + "nickname" + quote + " FROM " + quote + "User" + quote))
                    .containsExactly("ann");
        }
    }

    @Test
    void wholeModelsAndTheirFieldsAreRenamedTogether() throws Exception {
        sqlite(USER).flash("migrate", "init").exits(0);
        sqlite(USER.replace("User", "Account").replace("nickname", "displayName"));
        sandbox.flash("migrate", "z accounts", "--rename", "User.nickname=displayName", "--rename", "User=Account")
                .exits(0);
        assertThat(last("up.sql")).contains("RENAME").doesNotContain("DROP");
        assertThat(last("migration.toml"))
                .contains("\"Account\" = \"User\"", "\"Account.displayName\" = \"User.nickname\"");
    }

    /** Consent takes what is not said to be a rename for a drop: the command that is proposed must say it. */
    @Test
    void theCommandThatAcceptsLossesKeepsTheRenames() {
        String two = USER.replace("String?\n", "String?\n  age Int?\n");
        sqlite(two).flash("migrate", "init").exits(0);
        sqlite(USER.replace("nickname", "displayName"));
        String proposed = "flash migrate \"both\" --rename User.nickname=displayName --accept-data-loss";
        assertThat(sandbox.flash("migrate", "both", "--rename", "User.nickname=displayName")
                        .exits(3)
                        .stderr())
                .contains("error[F6061]", "next: " + proposed);
        sandbox.terminals(true, true, true);
        assertThat(sandbox.stdin("1\n").flash("migrate", "both").exits(3).stderr())
                .contains("next: " + proposed);
        sandbox.terminals(false, false, false);
        sqlite(two.replace("nickname", "displayName").replace("age", "years"));
        assertThat(sandbox.flash("migrate", "both", "--rename", "User.nickname=displayName")
                        .exits(3)
                        .stderr())
                .contains("if the old data may go: " + proposed);
    }

    @Test
    void aRenameThatCannotBeIsRefused() {
        sqlite(USER).flash("migrate", "init").exits(0);
        sqlite(USER.replace("nickname", "displayName"));
        for (String request : new String[] {
            "nonsense",
            "User.nickname=",
            "=x",
            "User.nope=displayName",
            "Nope.nickname=displayName",
            "User.nickname=nope",
            "User.id=displayName",
            "User=Nope",
            "User.nickname=Other.displayName"
        }) {
            assertThat(sandbox.flash("migrate", "x", "--rename", request)
                            .exits(2)
                            .stderr())
                    .as(request)
                    .contains("error[F5340]", "`" + request + "`");
        }
        sandbox.flash(
                        "migrate",
                        "x",
                        "--rename",
                        "User.nickname=displayName",
                        "--rename",
                        "User.nickname=displayName",
                        "--json")
                .exits(2);
        assertThat(sandbox.flash("migrate", "x", "--rename").exits(2).stderr()).contains("error[F6004]");
    }

    /** Two values change places in the database, with a check and a default on one; one changes its case; in a key as well. */
    @ParameterizedTest
    @MethodSource("servers")
    void valuesOfAnEnumAreRenamedInTheRows(TestServer server) throws Exception {
        String roles = """

                enum Role {
                  ADMIN @map("a")
                  USER  @map("b")
                  guest
                  ROBOT
                }

                model Member {
                  id    Int    @id
                  role  Role   @default(ADMIN)
                  last  Role?
                  holds Pass[]

                  @@unique([id, last])
                  @@check("role <> 'b' OR id > 1", name: "not_the_first")
                }

                model Pass {
                  role     Role   @id
                  memberId Int
                  member   Member @relation(fields: [memberId], references: [id])
                }
                """;
        String renamed = roles.replace("ADMIN @map(\"a\")", "ADMIN @map(\"b\")")
                .replace("USER  @map(\"b\")", "USER  @map(\"a\")")
                .replace("'b'", "'a'")
                .replace("guest", "GUEST")
                .replace("ROBOT", "AGENT");
        try (TestDatabase database = server.create()) {
            boolean mysql = database.name().provider().equals("mysql");
            String quote = mysql ? "`" : "\"";
            String members = "SELECT CONCAT(id, ' ', role, ' ', last) FROM " + quote + "Member" + quote
                    + " WHERE last IS NOT NULL ORDER BY id";
            String first = "SELECT role FROM " + quote + "Member" + quote + " WHERE last IS NULL";
            String passes = "SELECT role FROM " + quote + "Pass" + quote + " ORDER BY " + quote + "memberId" + quote;
            schema(database, roles).flash("migrate", "a init").exits(0);
            sandbox.flash("apply").exits(0);
            database.execute(
                    "INSERT INTO " + quote + "Member" + quote
                            + " VALUES (1, 'a', NULL), (2, 'b', 'a'), (3, 'guest', 'b'), (4, 'ROBOT', 'guest')",
                    "INSERT INTO " + quote + "Pass" + quote + " VALUES ('a', 1), ('ROBOT', 3)");
            List<String> before = query(database, members);
            schema(database, renamed);
            assertThat(sandbox.flash("migrate", "b renamed").exits(3).stderr())
                    .contains("`Role.guest` is gone, and may be `Role.GUEST`", "--rename Role.ROBOT=AGENT");
            Sandbox.Run planned = sandbox.flash(
                            "migrate",
                            "b renamed",
                            "--rename",
                            "Role.guest=GUEST",
                            "--rename",
                            "Role.ROBOT=AGENT",
                            "--json")
                    .exits(0);
            assertThat(planned.json().at("/data/verified").asBoolean())
                    .as(planned.stdout())
                    .isTrue();
            assertThat(planned.json().at("/data/losses").size()).isZero();
            assertThat(last("migration.toml")).contains("\"Role.AGENT\" = \"Role.ROBOT\"");
            sandbox.flash("apply").exits(0);
            assertThat(query(database, members)).containsExactly("2 a b", "3 GUEST a", "4 AGENT GUEST");
            assertThat(query(database, first)).containsExactly("b");
            assertThat(query(database, passes)).containsExactly("b", "AGENT");
            sandbox.flash("migrate", "diff", "--from", "database", "--to", "schema.flash", "--exit-code")
                    .exits(0);
            sandbox.flash("down").exits(0);
            assertThat(query(database, members)).isEqualTo(before);
            assertThat(query(database, first)).containsExactly("a");
            assertThat(query(database, passes)).containsExactly("a", "ROBOT");
        }
    }

    @Test
    void anotherNameForTheSameColumnIsNoQuestion() {
        sqlite(USER).flash("migrate", "init").exits(0);
        sqlite(USER.replace("nickname String?", "displayName String? @map(\"nickname\")"));
        assertThat(sandbox.flash("migrate", "x").exits(0).stdout()).startsWith("nothing to migrate");
        sqlite(USER.replace("User {", "Account {").replace("String?\n", "String?\n  @@map(\"User\")\n"));
        assertThat(sandbox.flash("migrate", "x").exits(0).stdout()).startsWith("nothing to migrate");
    }

    @Test
    void aTerminalIsAskedOncePerCandidate() throws Exception {
        sqlite(USER).flash("migrate", "init").exits(0);
        sqlite(USER.replace("nickname", "displayName"));
        sandbox.terminals(true, true, true);
        Map<String, String> before = sandbox.snapshot();
        sandbox.stdin("").flash("migrate", "names").exits(3);
        sandbox.stdin("7\nx\n\n").flash("migrate", "names").exits(3);
        sandbox.stdin("2\n").flash("migrate", "names").exits(3);
        sandbox.stdin("1\n").flash("migrate", "names", "--no-input").exits(3);
        sandbox.set("CI", "true").stdin("1\n").flash("migrate", "names").exits(3);
        assertThat(sandbox.snapshot()).isEqualTo(before);
        Sandbox.Run run =
                sandbox.set("CI", "").stdin("1\n").flash("migrate", "names").exits(0);
        assertThat(run.stderr()).containsOnlyOnce("Which new name is it?");
        assertThat(last("up.sql")).contains("RENAME COLUMN");
    }

    @Test
    void whatStaysInTheSchemaAfterARenameDoesNoHarm() throws Exception {
        sqlite(USER).flash("migrate", "a one").exits(0);
        String renamed = USER.replace("nickname String?", "displayName String? @renamedFrom(\"nickname\")");
        sqlite(renamed).flash("migrate", "b two").exits(0);
        assertThat(last("up.sql")).contains("RENAME COLUMN");
        assertThat(sandbox.flash("migrate", "again").exits(0).stdout()).startsWith("nothing to migrate");
        sqlite(renamed.replace("}", "  age Int?\n}"))
                .flash("migrate", "c three")
                .exits(0);
        assertThat(last("up.sql")).contains("ADD COLUMN").doesNotContain("RENAME");
        sqlite(renamed.replace("displayName", "fullName")
                        .replace("\"nickname", "\"displayName")
                        .replace("}", "  age Int?\n}"))
                .flash("migrate", "z four")
                .exits(0);
        assertThat(last("up.sql")).contains("RENAME COLUMN \"displayName\" TO \"fullName\"");
        sandbox.flash("apply").exits(0);
        sandbox.flash("down", "--to", "empty", "--accept-data-loss").exits(0);
    }

    @Test
    void anEmptyMigrationKeepsTheState() throws Exception {
        sqlite(USER).flash("migrate", "before", "--empty", "--json").exits(0);
        sandbox.flash("apply").exits(0);
        sandbox.flash("migrate", "init").exits(0);
        String state = last("schema.flash");
        sqlite(USER.replace("nickname", "nick"));
        Map<String, String> before = sandbox.snapshot();
        sandbox.flash("migrate", "zz data", "--empty", "--dry-run").exits(0);
        assertThat(sandbox.snapshot()).isEqualTo(before);
        sandbox.flash("migrate", "zz data", "--empty", "--create-only").exits(0);
        assertThat(last("schema.flash")).isEqualTo(state);
        assertThat(last("up.sql")).startsWith("--");
        sandbox.flash("apply").exits(0);
        sandbox.flash("status", "--check").exits(0);
        sandbox.flash("down").exits(0);
    }

    @Test
    void withoutAScratchDatabaseItSaysSo() {
        sandbox.write(
                "schema.flash", "datasource db {\n  provider = \"postgresql\"\n  url = env(\"NOT_SET\")\n}\n" + USER);
        Sandbox.Run run = sandbox.flash("migrate", "init").exits(0);
        assertThat(run.stderr()).contains("warning: not verified: ", "`NOT_SET`");
        sandbox.write("schema.flash", sandbox.read("schema.flash").replace("nickname", "nick"));
        assertThat(sandbox.flash("migrate", "next", "--accept-data-loss", "--json")
                        .exits(0)
                        .json()
                        .at("/data/verification")
                        .asString())
                .startsWith("not verified");
    }

    @Test
    void aLossyWayDownSaysWhatItLoses() throws Exception {
        sqlite(USER);
        Sandbox.Run run = sandbox.flash("migrate", "init").exits(0);
        assertThat(run.stderr()).contains("down loses data: ", "`User`");
        assertThat(last("down.sql")).startsWith("-- loses data: all rows of table `User`");
    }

    @Test
    void aShadowDatabaseIsUsedAndLeftEmptyButNeverEmptied() throws Exception {
        try (TestDatabase shadow = TestDatabases.create(DatabaseName.POSTGRESQL)) {
            sandbox.write(
                    "schema.flash",
                    "datasource db {\n  provider = \"postgresql\"\n  url = env(\"NOT_SET\")\n  shadowDatabaseUrl = \""
                            + shadow.url() + "\"\n}\n" + USER);
            Sandbox.Run run = sandbox.flash("migrate", "init").exits(0);
            assertThat(run.stderr()).contains("verified in a scratch database").doesNotContain("not verified");
            String tables =
                    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";
            assertThat(query(shadow, tables)).isEmpty();
            shadow.execute("CREATE TABLE precious (id int)");
            sandbox.write(
                    "schema.flash",
                    sandbox.read("schema.flash")
                            .replace("}\n", "  age Int?\n}\n")
                            .replaceFirst("  age Int[?]\n", ""));
            Sandbox.Run kept = sandbox.flash("migrate", "age").exits(0);
            assertThat(kept.stderr()).contains("not verified", "holds something");
            assertThat(query(shadow, tables)).containsExactly("precious");
        }
    }
}
