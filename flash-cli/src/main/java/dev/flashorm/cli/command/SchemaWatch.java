package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.schema.diagnostic.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Waits for changes of a schema's files by looking at them again and again. The system's own notices would come sooner,
 * but not on every file system, and on macOS Java has none.
 */
final class SchemaWatch {
    private static final int MILLISECONDS = 200;

    private final Project project;
    private Map<Path, State> seen;

    SchemaWatch(Project project) {
        this.project = project;
        seen = look();
    }

    private record State(FileTime changed, long size) {}

    /** Returns true when something changed and has been quiet since, false when the thread is asked to end. */
    boolean awaitChange() {
        Map<Path, State> before = seen;
        while (true) {
            try {
                Thread.sleep(MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            Map<Path, State> now = look();
            if (!now.equals(before) && now.equals(seen)) {
                return true;
            }
            seen = now;
        }
    }

    /** A file that is missing for a moment, as when an editor puts a new one in its place, is a change like another. */
    private Map<Path, State> look() {
        Map<Path, State> states = new TreeMap<>();
        for (Path file : files()) {
            try {
                states.put(file, new State(Files.getLastModifiedTime(file), Files.size(file)));
            } catch (IOException e) {
                states.remove(file);
            }
        }
        return states;
    }

    private List<Path> files() {
        try {
            return project.schemaFiles();
        } catch (FailureException | UncheckedIOException e) {
            return List.of();
        }
    }
}
