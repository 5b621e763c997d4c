package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The applications under `examples/`, as a user would run them. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @ParameterizedTest
    @ValueSource(strings = "tasks")
    void worksAsItsReadmeSays(String example, @TempDir Path temporary) throws IOException, InterruptedException {
        Sandbox sandbox = new Sandbox(copy(EXAMPLES.resolve(example), temporary.resolve(example)));
        try (TestDatabase database = TestDatabases.create(DatabaseName.SQLITE)) {
            sandbox.set("DATABASE_URL", database.url());
            sandbox.flash("validate").exits(0);
            sandbox.flash("format", "--check").exits(0);
            sandbox.flash("gen", "--check").exits(0);
            sandbox.flash("apply").exits(0);

            Path classes = JavaSources.compile(JavaSources.below(sandbox.folder()), temporary.resolve("classes"));
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classes + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                            example + ".Main",
                            database.url())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(program.waitFor()).isZero();
            assertThat(printed.lines())
                    .containsExactlyElementsOf(
                            sandbox.read("expected.txt").lines().toList());
        }
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
