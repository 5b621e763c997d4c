package dev.flashorm.cli.demo;

import java.nio.file.Path;

/** Runs a `flash` command line in a folder, as its user would; gives back its exit code. */
@FunctionalInterface
public interface FlashCommand {
    int run(Path folder, String... line);
}
