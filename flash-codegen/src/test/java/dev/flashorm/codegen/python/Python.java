package dev.flashorm.codegen.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Python with the packages of `src/test/python/requirements.txt`, installed once into `target/python`. */
public final class Python {
    /** The sources of the tests in Python. */
    public static final Path TESTS = Path.of("src/test/python").toAbsolutePath();

    private static final Path HOME = Path.of("target/python").toAbsolutePath();

    private Python() {}

    /**
     * What a process said.
     *
     * @param code 0 when all is well
     */
    public record Said(int code, String text) {}

    /** Skips the test where there is no Python, unless FLASH_TEST_REQUIRE names it. */
    public static synchronized void require() {
        Path requirements = TESTS.resolve("requirements.txt");
        Path installed = HOME.resolve("requirements.txt");
        try {
            if (Files.exists(installed) && Files.mismatch(requirements, installed) < 0) {
                return;
            }
            unless(found(), "python3 (3.10 or newer) is not to be had");
            Said made = run(Path.of("."), "python3", "-m", "venv", HOME.toString());
            unless(made.code == 0, "python3 makes no virtual environment: " + made.text);
            Said packages = run(
                    Path.of("."),
                    bin("python"),
                    "-m",
                    "pip",
                    "install",
                    "-q",
                    "--disable-pip-version-check",
                    "-r",
                    requirements.toString());
            unless(packages.code == 0, "the packages of Python's tests are not to be had: " + packages.text);
            Files.copy(requirements, installed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean found() {
        try {
            String isNew = "import sys; sys.exit(sys.version_info < (3, 10))";
            return run(Path.of("."), "python3", "-c", isNew).code == 0;
        } catch (UncheckedIOException none) {
            return false;
        }
    }

    private static void unless(boolean isMet, String reason) {
        String required = System.getenv("FLASH_TEST_REQUIRE");
        if (!isMet && required != null && Arrays.asList(required.split(",", -1)).contains("python")) {
            throw new IllegalStateException("FLASH_TEST_REQUIRE names python, but " + reason);
        }
        Assumptions.assumeTrue(isMet, reason);
    }

    private static String bin(String name) {
        return HOME.resolve("bin").resolve(name).toString();
    }

    /** Runs a program of the environment, such as `python` or `mypy`. */
    public static Said run(Path folder, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(bin(program)));
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
