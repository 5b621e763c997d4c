package dev.flashorm.codegen.typescript;

import dev.flashorm.testing.Node;
import dev.flashorm.testing.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The runtime's TypeScript, `main/typescript`, and its tests, `test/typescript`, compiled once. */
public final class CompiledTests {
    private static final Path HOME = Path.of("target/typescript").toAbsolutePath();

    /** What the compiler makes of the sources. */
    private static final Path OUTPUT = HOME.resolve("out");

    private static boolean isCompiled;

    private CompiledTests() {}

    /** Compiles strictly what is not compiled yet, and gives the folder of the compiled tests. */
    public static synchronized Path folder() throws IOException {
        Node.require();
        if (!isCompiled) {
            copy("main");
            copy("test");
            Node.link(HOME);
            Files.writeString(HOME.resolve("package.json"), "{ \"type\": \"module\" }\n");
            Said said = Node.tsc(HOME, List.of("-p", "test/typescript", "--outDir", OUTPUT.toString()));
            if (said.code() != 0) {
                throw new AssertionError(said.text());
            }
            isCompiled = true;
        }
        return OUTPUT.resolve("test/typescript");
    }

    private static void copy(String part) throws IOException {
        Path source = Path.of("src", part, "typescript").toAbsolutePath();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = HOME.resolve(part).resolve("typescript").resolve(source.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
