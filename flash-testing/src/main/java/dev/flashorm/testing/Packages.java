package dev.flashorm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * The packages of a language that tests run beside Java, installed once for all modules.
 *
 * @param id as in `FLASH_TEST_REQUIRE`
 * @param list the file that says which; when it changes, they are installed again
 * @param home where they are installed
 */
record Packages(String id, Path list, Path home) {
    /** The folder of this module, beside those whose tests ask. */
    private static final Path MODULE = Path.of("").toAbsolutePath().resolveSibling("flash-testing");

    /** What installs them. */
    interface Installation {
        /** Gives why they are not to be had, or nothing. */
        String install() throws IOException;
    }

    /** @param list its path below `src/main`; what it names is installed in a folder named like its own */
    static Packages of(String id, String list) {
        Path file = MODULE.resolve("src/main").resolve(list);
        Path folder = Objects.requireNonNull(file.getParent());
        return new Packages(id, file, MODULE.resolve("target").resolve(folder.getFileName()));
    }

    /** Another module's tests may be at it, in another process. */
    synchronized void require(Installation installation) {
        try {
            Files.createDirectories(home);
            try (FileChannel file =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Closing the file releases it.
                file.lock();
                Path installed = home.resolve("installed");
                if (Files.exists(installed) && Files.mismatch(list, installed) < 0) {
                    return;
                }
                String reason = installation.install();
                if (!reason.isEmpty()) {
                    throw Required.missing(id, reason);
                }
                Files.copy(list, installed, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
