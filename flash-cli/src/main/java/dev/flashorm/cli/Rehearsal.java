package dev.flashorm.cli;

import dev.flashorm.cli.host.Host;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the launcher runs to make a class-data archive: the usual commands on a small project in a temporary folder, so
 * that the archive holds the classes that they load.
 */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("flash-rehearsal");
        try {
            Cli cli = new Cli(new Host(
                    Map.of("HOME", folder.toString()),
                    folder,
                    InputStream.nullInputStream(),
                    OutputStream.nullOutputStream(),
                    OutputStream.nullOutputStream(),
                    Host.Terminals.NONE));
            cli.run("--help");
            cli.run("--version");
            cli.run("init", "--sqlite");
            cli.run("validate");
            cli.run("validate", "--json");
            Files.writeString(folder.resolve("schema.flash"), "model A {\n  x Strin\n}\n");
            cli.run("validate", "--color=always");
            cli.run("no-such-command");
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
