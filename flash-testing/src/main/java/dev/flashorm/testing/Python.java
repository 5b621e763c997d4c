package dev.flashorm.testing;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Python with the packages of `src/main/python/requirements.txt`, in an environment of its own. */
public final class Python {
    private static final Packages PACKAGES = Packages.of("python", "python/requirements.txt");

    private Python() {}

    /** Skips the test where there is no Python, unless FLASH_TEST_REQUIRE names `python`. */
    public static void require() {
        PACKAGES.require(Python::install);
    }

    private static String install() {
        if (!found()) {
            return "python3 (3.10 or newer) is not to be had";
        }
        Path here = Path.of(".");
        Said made =
                Said.by(here, List.of("python3", "-m", "venv", PACKAGES.home().toString()));
        if (made.code() != 0) {
            return "python3 makes no virtual environment: " + made.text();
        }
        List<String> pip = List.of("-m", "pip", "install", "-q", "--disable-pip-version-check", "-r");
        List<String> arguments = new ArrayList<>(pip);
        arguments.add(PACKAGES.list().toString());
        Said installed = run(here, "python", arguments);
        return installed.code() == 0 ? "" : "the packages of Python's tests are not to be had: " + installed.text();
    }

    private static boolean found() {
        String isNew = "import sys; sys.exit(sys.version_info < (3, 10))";
        try {
            return Said.by(Path.of("."), List.of("python3", "-c", isNew)).code() == 0;
        } catch (UncheckedIOException none) {
            return false;
        }
    }

    /** The path of a program of the environment. */
    public static String bin(String program) {
        return PACKAGES.home().resolve("bin").resolve(program).toString();
    }

    /** Runs a program of the environment, such as `python` or `mypy`. */
    public static Said run(Path folder, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(bin(program)));
        command.addAll(arguments);
        return Said.by(folder, command);
    }
}
