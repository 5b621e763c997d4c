package dev.flashorm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Node.js with the packages of `src/main/node/package-lock.json`. */
public final class Node {
    private static final Packages PACKAGES = Packages.of("node", "node/package-lock.json");

    private Node() {}

    /** Skips the test where there is no Node.js, unless FLASH_TEST_REQUIRE names `node`. */
    public static void require() {
        PACKAGES.require(Node::install);
    }

    private static String install() throws IOException {
        if (!found()) {
            return "node (20 or newer) is not to be had";
        }
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.copy(
                    PACKAGES.list().resolveSibling(name),
                    PACKAGES.home().resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Said npm = Said.by(PACKAGES.home(), List.of("npm", "ci", "--no-audit", "--no-fund"));
        return npm.code() == 0 ? "" : "the packages of the tests in TypeScript are not to be had: " + npm.text();
    }

    private static boolean found() {
        String isNew = "process.exit(Number(process.versions.node.split('.')[0]) >= 20 ? 0 : 1)";
        try {
            return run(Path.of("."), List.of("-e", isNew)).code() == 0;
        } catch (UncheckedIOException none) {
            return false;
        }
    }

    /** Gives a folder the packages. */
    public static void link(Path folder) throws IOException {
        Path modules = folder.resolve("node_modules");
        if (!Files.exists(modules)) {
            Files.createSymbolicLink(modules, PACKAGES.home().resolve("node_modules"));
        }
    }

    /** Runs `node`. */
    public static Said run(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(arguments);
        return Said.by(folder, command);
    }

    /** Runs the compiler of TypeScript. */
    public static Said tsc(Path folder, List<String> arguments) {
        List<String> all = new ArrayList<>();
        all.add(PACKAGES.home().resolve("node_modules/typescript/bin/tsc").toString());
        all.addAll(arguments);
        return run(folder, all);
    }
}
