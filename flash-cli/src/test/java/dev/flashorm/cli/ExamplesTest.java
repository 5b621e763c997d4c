package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Node;
import dev.flashorm.testing.Python;
import dev.flashorm.testing.Said;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The applications under `examples/`, as a user would run them. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void tasksPrintsWhatItIsExpectedTo(@TempDir Path temporary) throws IOException, InterruptedException {
        try (TestDatabase database = TestDatabases.create(DatabaseName.SQLITE)) {
            Path example = prepared("tasks", database, temporary);
            compileJava(example, temporary);
            Process program = start(java("tasks.Main", temporary), database.url());
            String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(program.waitFor()).isZero();
            assertThat(printed.lines()).containsExactlyElementsOf(Files.readAllLines(example.resolve("expected.txt")));
        }
    }

    @Test
    void ledgerHoldsItsConversationInJava(@TempDir Path temporary) throws Exception {
        try (TestDatabase database = TestDatabases.create(DatabaseName.SQLITE)) {
            Path example = prepared("ledger", database, temporary);
            compileJava(example, temporary);
            holdConversation(example, start(java("ledger.Main", temporary), database.url(), "0"));
        }
    }

    @Test
    void ledgerHoldsItsConversationInTypescript(@TempDir Path temporary) throws Exception {
        Node.require();
        try (TestDatabase database = TestDatabases.create(DatabaseName.SQLITE)) {
            Path example = prepared("ledger", database, temporary);
            Path service = example.resolve("typescript");
            Node.link(service);
            assertThat(Node.tsc(service, List.of()).text()).isEmpty();
            String main = service.resolve("out/main.js").toString();
            holdConversation(example, start(List.of("node", main), database.url(), "0"));
        }
    }

    @Test
    void ledgerHoldsItsConversationInPython(@TempDir Path temporary) throws Exception {
        Python.require();
        try (TestDatabase database = TestDatabases.create(DatabaseName.SQLITE)) {
            Path example = prepared("ledger", database, temporary);
            Path service = example.resolve("python");
            Said mypy = Python.run(service, "mypy", List.of("--strict", "main.py"));
            assertThat(mypy.code()).as(mypy.text()).isZero();
            String main = service.resolve("main.py").toString();
            holdConversation(example, start(List.of(Python.bin("python"), main), database.url(), "0"));
        }
    }

    private static void holdConversation(Path example, Process service) throws IOException, InterruptedException {
        try (BufferedReader output = service.inputReader(StandardCharsets.UTF_8)) {
            String address = output.readLine();
            List<String> lines = Files.readAllLines(example.resolve("conversation.txt"));
            for (int i = 0; i < lines.size(); i += 2) {
                Answer expected = Answer.of(lines.get(i + 1));
                assertThat(send(address, lines.get(i))).as(lines.get(i)).isEqualTo(expected);
            }
            assertThat(spendAtOnce(address)).as("spent of 3500 cents").isEqualTo(3500);
        } finally {
            service.destroy();
        }
    }

    /** A line such as {@code 404 {"error": "there is no account 9"}}. */
    private record Answer(int status, JsonNode body) {
        static Answer of(String line) {
            int blank = line.indexOf(' ');
            return new Answer(Integer.parseInt(line.substring(0, blank)), JSON.readTree(line.substring(blank)));
        }
    }

    /** Ten clients each try to send 500 cents from an account that has 3500; gives how much got through. */
    private static long spendAtOnce(String address) {
        long paid = IntStream.range(0, 10)
                .mapToObj(client -> CompletableFuture.supplyAsync(
                        () -> sendQuietly(address, "POST /transfers from=1&to=2&cents=500")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.status() == 201)
                .count();
        return paid * 500;
    }

    private static Answer sendQuietly(String address, String line) {
        try {
            return send(address, line);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A line such as {@code POST /accounts owner=Ann}; gives what comes back. */
    private static Answer send(String address, String line) throws IOException, InterruptedException {
        String[] parts = line.split(" ", 3);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + parts[1]))
                .method(parts[0], parts.length == 3 ? BodyPublishers.ofString(parts[2]) : BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    /** Checked, migrated and generated, as its README says; gives the folder of a copy. */
    private static Path prepared(String example, TestDatabase database, Path temporary) throws IOException {
        Sandbox sandbox = new Sandbox(copy(EXAMPLES.resolve(example), temporary.resolve(example)));
        sandbox.set("DATABASE_URL", database.url());
        sandbox.flash("validate").exits(0);
        sandbox.flash("format", "--check").exits(0);
        sandbox.flash("gen", "--check", "--only", "java").exits(0);
        sandbox.flash("apply").exits(0);
        sandbox.flash("gen").exits(0);
        return sandbox.folder();
    }

    private static void compileJava(Path example, Path temporary) throws IOException {
        JavaSources.compile(JavaSources.below(example), temporary.resolve("classes"));
    }

    private static List<String> java(String main, Path temporary) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                temporary.resolve("classes")
                        + System.getProperty("path.separator")
                        + System.getProperty("java.class.path"),
                main);
    }

    private static Process start(List<String> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return to;
    }
}
