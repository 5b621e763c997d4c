package dev.flashorm.cli.output;

import dev.flashorm.cli.host.Host;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a bug of ours leaves behind for its report: a file of the user's, with passwords masked, sent nowhere. */
public final class BugReport {
    private final Host host;
    private final Redaction redaction;
    private final String version;

    public BugReport(Host host, Redaction redaction, String version) {
        this.host = host;
        this.redaction = redaction;
        this.version = version;
    }

    /** Writes the file; empty when there is no place to write to. */
    public Optional<Path> write(List<String> arguments, Throwable bug) {
        String text = "Flash " + version + ", Java " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "\n"
                + "flash " + String.join(" ", arguments) + "\n\n" + trace(bug);
        try {
            Path folder = folder();
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "bug-", ".txt");
            Files.writeString(file, redaction.mask(text));
            return Optional.of(file);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    public static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private Path folder() {
        String state = set("XDG_STATE_HOME");
        if (state != null) {
            return Path.of(state, "flash");
        }
        String local = set("LOCALAPPDATA");
        if (local != null) {
            return Path.of(local, "flash");
        }
        String home = set("HOME");
        return home == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "flash")
                : Path.of(home, ".local", "state", "flash");
    }

    private @Nullable String set(String variable) {
        String value = host.environment().get(variable);
        return value == null || value.isEmpty() ? null : value;
    }
}
