package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * `docs/java.md`: its schema is migrated and generated, its Java compiled with `-Xlint:all -Werror` and run from top to
 * bottom, and what a block of `text` below an example says is what the example prints.
 */
class JavaGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "java.md");
    private static final String END = "=== end of example ===";

    @Test
    void everyExampleRuns(@TempDir Path temporary) throws IOException, InterruptedException {
        GuideBlocks blocks = GuideBlocks.read(GUIDE);
        assertThat(blocks.examples()).hasSizeGreaterThan(10);
        Sandbox sandbox = new Sandbox(Files.createDirectory(temporary.resolve("guide")));
        try (TestDatabase database = TestDatabases.create(DatabaseName.SQLITE)) {
            sandbox.set("DATABASE_URL", database.url());
            sandbox.write("schema.flash", blocks.schema());
            sandbox.flash("format", "--check").exits(0);
            sandbox.flash("migrate", "guide").exits(0);
            sandbox.flash("apply").exits(0);
            sandbox.flash("gen").exits(0);
            sandbox.write("src/Guide.java", program(blocks));
            Path classes = JavaSources.compile(JavaSources.below(sandbox.folder()), temporary.resolve("classes"));

            List<String> printed = run(classes, database.url(), temporary.resolve("printed"));

            int at = 0;
            for (GuideBlocks.Example example : blocks.examples()) {
                List<String> lines = new ArrayList<>();
                while (at < printed.size() && !printed.get(at).equals(END)) {
                    lines.add(printed.get(at++));
                }
                assertThat(at++)
                        .as("the example of line %d ended", example.line())
                        .isLessThan(printed.size());
                assertThat(lines)
                        .as("printed by the example of line %d", example.line())
                        .isEqualTo(example.prints());
            }
        }
    }

    private static List<String> run(Path classes, String url, Path output) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                        "guide.Guide",
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output.toFile())
                .start();
        assertThat(program.waitFor()).isZero();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    /** A class with a method for each example; declarations are its members. */
    private static String program(GuideBlocks blocks) {
        StringBuilder program = new StringBuilder("package guide;\n\n");
        blocks.imports().forEach(line -> program.append(line).append('\n'));
        program.append("\nfinal class Guide {\n    private Guide() {}\n\n");
        blocks.declarations().forEach(declaration -> program.append(declaration).append('\n'));
        StringBuilder main = new StringBuilder();
        for (GuideBlocks.Example example : blocks.examples()) {
            program.append("    private static void line")
                    .append(example.line())
                    .append("(ShopDb db) throws Exception {\n")
                    .append(example.code())
                    .append("    }\n\n");
            main.append("            line")
                    .append(example.line())
                    .append("(db);\n            System.out.println(\"")
                    .append(END)
                    .append("\");\n");
        }
        return program.append("    public static void main(String[] arguments) throws Exception {\n")
                .append("        try (ShopDb db = ShopDb.connect(arguments[0])) {\n")
                .append(main)
                .append("        }\n    }\n}\n")
                .toString();
    }
}
