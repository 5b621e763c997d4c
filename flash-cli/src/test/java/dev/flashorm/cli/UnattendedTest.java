package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.flashorm.cli.usage.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every command owes to those who are not there: it ends although nobody answers, and destroys nothing unasked. */
class UnattendedTest {
    private Sandbox sandbox;

    static Stream<String> commands() {
        return new CommandTree().entries().stream().map(Catalogue.Entry::path);
    }

    /** An applied migration, a row, and a change that drops a column and looks like a rename. */
    @BeforeEach
    void prepare(@TempDir Path base) throws IOException, SQLException {
        sandbox = new Sandbox(Files.createDirectories(base.resolve("project")));
        String schema = "datasource db {\n  provider = \"sqlite\"\n  url = \"file:dev.db\"\n}\n\n"
                + "model User {\n  id   Int    @id\n  name String\n}\n";
        sandbox.write("schema.flash", schema).flash("migrate", "init").exits(0);
        sandbox.flash("apply").exits(0);
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO \"User\" VALUES (1, 'ann')");
        }
        sandbox.write("schema.flash", schema.replace("name", "title"));
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + sandbox.path("dev.db"));
    }

    private List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM \"User\"")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String[] line(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        if (command.equals("migrate") || command.equals("migrate squash")) {
            words.add("a name");
        }
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aTerminalWhoseInputHasEndedIsNoHang(String command) throws SQLException {
        sandbox.terminals(true, true, true).stdin("");
        String[] line = command.equals("demo") ? line(command, "--dry-run") : line(command);
        Sandbox.Run run = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> sandbox.flash(line));
        assertThat(run.exit()).as(run.stderr()).isBetween(0, 5);
        assertThat(names()).containsExactly("ann");
        if (!run.stderr().contains("rolled back:")) {
            assertThat(run.stdout() + run.stderr()).doesNotContain("rolled back");
        }
    }

    static Stream<String> databaseCommands() {
        return new CommandTree()
                .entries().stream()
                        .filter(entry -> entry.group().equals("Database"))
                        .map(Catalogue.Entry::path);
    }

    @ParameterizedTest
    @MethodSource("databaseCommands")
    void aDryRunIsTakenAndChangesNothing(String command) {
        Map<String, String> before = sandbox.snapshot();
        for (String more : new String[] {"--no-input", "--json"}) {
            Sandbox.Run run = sandbox.flash(line(command, "--dry-run", more));
            assertThat(run.stdout() + run.stderr()).as(command).doesNotContain("unknown option");
            assertThat(sandbox.snapshot()).as(command).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noGeneralYesDestroysData(String command) throws SQLException {
        for (String consent : new String[] {"--yes", "--force", "-y", "-f"}) {
            sandbox.flash(line(command, consent));
            assertThat(names()).as(command + " " + consent).containsExactly("ann");
        }
    }
}
