package dev.flashorm.cli;

import dev.flashorm.cli.command.Invocation;
import dev.flashorm.cli.command.Outcome;
import dev.flashorm.cli.host.Host;
import dev.flashorm.cli.output.BugReport;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.HelpScreen;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.output.Report;
import dev.flashorm.cli.usage.ArgumentParser;
import dev.flashorm.cli.usage.Arguments;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.schema.diagnostic.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of `flash`: a line of arguments in, output and an exit code out. */
public final class Cli {
    private static final String BUG = "F6090";
    private static final String FILE_TROUBLE = "F6091";
    private static final String OUTPUT_LOST = "F6092";

    private final Host host;
    private final CommandTree tree = new CommandTree();

    public Cli(Host host) {
        this.host = host;
    }

    /** Never throws; the result is the exit code. */
    public int run(String... line) {
        Arguments arguments = new Arguments("", Map.of(), List.of());
        Console console = new Console(host, roughly(line));
        try {
            arguments = new ArgumentParser(tree).parse(line);
            console = new Console(host, arguments);
            Outcome outcome = answer(arguments, console);
            if (console.isJson()) {
                print(console, titleOf(arguments), outcome.exitCode(), outcome, null);
            } else {
                new Report(console, host.environment()).publish(outcome.diagnostics(), Version.read());
            }
            return console.lostOutput().isEmpty()
                    ? outcome.exitCode().number()
                    : fail(console, arguments, outputLost(console.lostOutput().get()));
        } catch (FailureException e) {
            return fail(console, arguments, e);
        } catch (IOException | UncheckedIOException e) {
            return fail(console, arguments, fileTrouble(e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            return bug(console, arguments, line, e);
        }
    }

    private Outcome answer(Arguments arguments, Console console) throws IOException {
        String command = arguments.command();
        if (asksForHelp(arguments)) {
            HelpScreen screen = new HelpScreen(tree, console.outStyle());
            String text = command.isEmpty() ? screen.overview() : screen.of(command);
            console.printRaw(text);
            return new Outcome(ExitCode.DONE, new JsonObject().put("help", text), List.of());
        }
        if (arguments.has(GlobalParameters.VERSION)) {
            String version = Version.read();
            String java = System.getProperty("java.version");
            console.print("flash " + version + " (Java " + java + ")");
            return new Outcome(
                    ExitCode.DONE, new JsonObject().put("flash", version).put("java", java), List.of());
        }
        return tree.command(command).run(new Invocation(host, arguments, console, Version.read()));
    }

    private static boolean asksForHelp(Arguments arguments) {
        boolean nothing = arguments.command().isEmpty() && !arguments.has(GlobalParameters.VERSION);
        return nothing || arguments.has(GlobalParameters.HELP);
    }

    private static String titleOf(Arguments arguments) {
        return asksForHelp(arguments)
                ? "help"
                : arguments.has(GlobalParameters.VERSION) ? "version" : arguments.command();
    }

    private int fail(Console console, Arguments arguments, FailureException failure) {
        ExitCode code = ExitCode.of(failure.kind());
        Report report = new Report(console, host.environment());
        if (console.isJson()) {
            print(console, arguments.command(), code, null, report.json(failure));
        } else {
            report.print(failure);
        }
        if (arguments.has(GlobalParameters.DEBUG)) {
            console.trace(BugReport.trace(failure));
        }
        return code.number();
    }

    private int bug(Console console, Arguments arguments, String[] line, Throwable thrown) {
        BugReport report = new BugReport(host, console.redaction(), Version.read());
        Optional<String> place =
                report.write(Arrays.asList(line), thrown).map(file -> "a report for it is in `" + file + "`");
        FailureException.Builder failure = FailureException.failed(BUG, "this is a bug of Flash: " + thrown)
                .note(place.orElse("no report could be written"))
                .help("passwords are masked in the report; look through it, then send it to the maintainers")
                .cause(thrown);
        fail(console, arguments, failure.build());
        return ExitCode.BUG.number();
    }

    private static FailureException fileTrouble(Exception thrown) {
        Throwable cause =
                thrown instanceof UncheckedIOException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return FailureException.failed(FILE_TROUBLE, "a file could not be read or written: " + cause.getMessage())
                .note(cause.getClass().getSimpleName())
                .cause(cause)
                .build();
    }

    private static FailureException outputLost(String reason) {
        return FailureException.failed(OUTPUT_LOST, "the output could not be written: " + reason)
                .build();
    }

    private void print(
            Console console, String command, ExitCode code, @Nullable Outcome outcome, @Nullable JsonObject error) {
        Report report = new Report(console, host.environment());
        console.printJson(new JsonObject()
                .put("ok", code == ExitCode.DONE)
                .put("command", command)
                .put("version", Version.read())
                .put("data", outcome == null ? null : outcome.data())
                .put("diagnostics", outcome == null ? List.of() : report.json(outcome.diagnostics()))
                .put("error", error));
    }

    /** How to answer a line that can't be read: as JSON when it asks for that anywhere. */
    private static Arguments roughly(String[] line) {
        Map<String, List<String>> options = new HashMap<>();
        for (String word : line) {
            if (word.equals("--")) {
                break;
            }
            if (word.equals("--format=json")) {
                options.put("--json", List.of());
            } else if (word.equals("--json") || word.equals("--quiet")) {
                options.put(word, List.of());
            } else if (word.startsWith("--color=")) {
                options.put("--color", List.of(word.substring("--color=".length())));
            }
        }
        return new Arguments("", options, List.of());
    }
}
