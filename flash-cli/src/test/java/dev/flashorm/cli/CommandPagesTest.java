package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.cli.usage.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of `docs/commands`: every example runs, every command has one, every command's JSON has a schema. */
class CommandPagesTest {
    private static final Path PAGES = Path.of("../docs/commands");
    private static final String PROMPT = "$ flash ";
    private static final String EXIT = "# exit ";

    /**
     * Behind the language of a block whose text is a file of the project, ```` ```prisma file=schema.flash ````, or runs on
     * one: ```` ```sql file=app.db ````.
     */
    private static final String FILE = " file=";

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return Stream.concat(files.sorted(), Stream.of(Path.of("../docs/adopting.md")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void itsExamplesRun(Path page, @TempDir Path folder) throws IOException {
        Sandbox sandbox = new Sandbox(folder);
        String file = "";
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(page)) {
            if (!file.isEmpty() && line.equals("```")) {
                if (file.endsWith(".db")) {
                    execute(sandbox.path(file), text.toString());
                } else {
                    sandbox.write(file, text.toString());
                }
                file = "";
            } else if (!file.isEmpty()) {
                text.append(line).append('\n');
            } else if (line.startsWith("```") && line.contains(FILE)) {
                file = line.substring(line.indexOf(FILE) + FILE.length()).strip();
                text.setLength(0);
            } else if (line.startsWith(PROMPT)) {
                run(sandbox, line);
            }
        }
    }

    /** What another tool has done to a database before. */
    private static void execute(Path database, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String one : sql.split(";", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Sandbox sandbox, String line) {
        int comment = line.indexOf('#');
        int exit = line.contains(EXIT)
                ? Integer.parseInt(line.substring(comment + EXIT.length()).strip())
                : 0;
        String command = comment < 0 ? line : line.substring(0, comment);
        sandbox.flash(words(command.strip().substring(PROMPT.length()))).exits(exit);
    }

    @Test
    void everyCommandHasAPageWithExamplesAndASchema() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path page : pages()) {
            examples(page).forEach(line -> all.append(line).append('\n'));
        }
        for (Catalogue.Entry entry : new CommandTree().entries()) {
            assertThat(JsonSchemas.FOLDER.resolve(JsonSchemas.fileOf(entry.path())))
                    .exists();
            if (!entry.path().equals("migrate down")) {
                assertThat(all.toString()).as("an example of " + entry.path()).contains(PROMPT + entry.path());
            }
        }
    }

    private static List<String> examples(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith(PROMPT))
                .toList();
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + " ").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words.toArray(String[]::new);
    }
}
