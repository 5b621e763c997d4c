package dev.flashorm.codegen.typescript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Node.js with the packages of `src/test/typescript/package-lock.json`, installed once into `target/node`, and there the
 * sources in TypeScript: `main/typescript` with the runtime, `test/typescript` with its tests.
 */
public final class Node {
    private static final Path HOME = Path.of("target/node").toAbsolutePath();

    /** What the compiler makes of the sources. */
    private static final Path OUTPUT = HOME.resolve("out");

    private static boolean isCompiled;

    private Node() {}

    /**
     * What a process said.
     *
     * @param code 0 when all is well
     */
    public record Said(int code, String text) {}

    /** Skips the test where there is no Node.js, unless FLASH_TEST_REQUIRE names it. */
    public static synchronized void require() {
        Path lock = Path.of("src/test/typescript/package-lock.json");
        Path installed = HOME.resolve("installed.json");
        try {
            if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
                return;
            }
            unless(found(), "node (20 or newer) is not to be had");
            Files.createDirectories(HOME);
            for (String name : List.of("package.json", "package-lock.json")) {
                Files.copy(lock.resolveSibling(name), HOME.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            Said packages = run(HOME, "npm", "ci", "--no-audit", "--no-fund");
            unless(packages.code == 0, "the packages of the tests in TypeScript are not to be had: " + packages.text);
            Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean found() {
        try {
            String isNew = "process.exit(Number(process.versions.node.split('.')[0]) >= 20 ? 0 : 1)";
            return run(Path.of("."), "node", "-e", isNew).code == 0;
        } catch (UncheckedIOException none) {
            return false;
        }
    }

    private static void unless(boolean isMet, String reason) {
        String required = System.getenv("FLASH_TEST_REQUIRE");
        if (!isMet && required != null && Arrays.asList(required.split(",", -1)).contains("node")) {
            throw new IllegalStateException("FLASH_TEST_REQUIRE names node, but " + reason);
        }
        Assumptions.assumeTrue(isMet, reason);
    }

    /**
     * Compiles the runtime and its tests, strictly.
     *
     * @return the folder of the compiled tests
     */
    public static synchronized Path tests() throws IOException {
        if (!isCompiled) {
            copy("main");
            copy("test");
            Said said = run(HOME, "node_modules/.bin/tsc", "-p", "test/typescript", "--outDir", OUTPUT.toString());
            if (said.code != 0) {
                throw new AssertionError(said.text);
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

    /** Runs `node`. */
    public static Said run(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(arguments);
        return run(folder, command.toArray(String[]::new));
    }

    private static Said run(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
