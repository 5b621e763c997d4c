package dev.flashorm.cli.output;

import dev.flashorm.cli.host.Host;
import dev.flashorm.cli.usage.Arguments;
import dev.flashorm.cli.usage.GlobalParameters;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two output streams and their rules: stdout carries the data asked for, stderr progress, warnings, errors and
 * next steps. With `--json` stdout carries one object and nothing else.
 */
public final class Console {
    private final OutputStream stdout;
    private final OutputStream stderr;
    private final ReportFormat format;
    private final boolean quiet;
    private final Style outStyle;
    private final Style errStyle;
    private final boolean liveProgress;
    private @Nullable String lostOutput;
    private final Redaction redaction = new Redaction();

    public Console(Host host, Arguments arguments) {
        stdout = host.stdout();
        stderr = host.stderr();
        format = ReportFormat.of(arguments);
        quiet = arguments.has(GlobalParameters.QUIET);
        outStyle = new Style(coloured(host, arguments, host.terminals().stdout()));
        errStyle = new Style(coloured(host, arguments, host.terminals().stderr()));
        liveProgress = host.terminals().stderr() && !host.isContinuousIntegration();
    }

    /** `--color`, then `NO_COLOR`, then `FORCE_COLOR`, then whether the stream is a terminal. */
    private static boolean coloured(Host host, Arguments arguments, boolean terminal) {
        String when = arguments.value(GlobalParameters.COLOR).orElse("auto");
        if (!when.equals("auto")) {
            return when.equals("always");
        }
        if (isSet(host, "NO_COLOR")) {
            return false;
        }
        return isSet(host, "FORCE_COLOR")
                || (terminal && !"dumb".equals(host.environment().get("TERM")));
    }

    private static boolean isSet(Host host, String variable) {
        String value = host.environment().get(variable);
        return value != null && !value.isEmpty();
    }

    /** A line of the data asked for; nothing where stdout carries a report instead. */
    public void print(String line) {
        printRaw(line + "\n");
    }

    /** Data that is to arrive byte by byte, as of `flash format -`; nothing where stdout carries a report. */
    public void printRaw(String text) {
        if (format == ReportFormat.TEXT) {
            writeOut(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Progress or a next step; nothing with `--json` or `--quiet`. */
    public void tell(String line) {
        if (!isJson() && !quiet) {
            write(stderr, redaction.mask(line) + "\n");
        }
    }

    /** What must not be missed, `--quiet` or not; with `--json` it is in the object. */
    public void alert(String text) {
        if (!isJson()) {
            write(stderr, redaction.mask(text) + "\n");
        }
    }

    /** What stderr must say even with `--json`: stack traces asked for. */
    public void trace(String text) {
        write(stderr, redaction.mask(text));
    }

    /** The one object of `--json`. */
    public void printJson(JsonObject object) {
        writeOut(JsonPrinter.bytes(object));
    }

    /** The report that stdout carries instead of data; nothing is left out of it. */
    void printReport(String report) {
        writeOut(report.getBytes(StandardCharsets.UTF_8));
    }

    public ReportFormat format() {
        return format;
    }

    /** Why data did not reach stdout, as on a full disk; a reader that went away, as with `| head`, is no reason. */
    public Optional<String> lostOutput() {
        return Optional.ofNullable(lostOutput);
    }

    private void writeOut(byte[] bytes) {
        if (lostOutput == null) {
            try {
                stdout.write(bytes);
                stdout.flush();
            } catch (IOException e) {
                String reason = String.valueOf(e.getMessage());
                if (!reason.startsWith("Broken pipe")) {
                    lostOutput = reason;
                }
            }
        }
    }

    public Style outStyle() {
        return outStyle;
    }

    public Style errStyle() {
        return errStyle;
    }

    public Redaction redaction() {
        return redaction;
    }

    public boolean isJson() {
        return format == ReportFormat.JSON;
    }

    /** Whether a progress line may be redrawn in place on stderr. */
    boolean hasLiveProgress() {
        return liveProgress && !isJson() && !quiet;
    }

    void redraw(String line) {
        write(stderr, "\r\u001b[K" + redaction.mask(line));
    }

    private static void write(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            // There is nobody left to tell.
        }
    }
}
