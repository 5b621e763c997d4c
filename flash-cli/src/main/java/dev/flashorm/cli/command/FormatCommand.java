package dev.flashorm.cli.command;

import dev.flashorm.cli.config.TextFiles;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.output.Report;
import dev.flashorm.cli.output.UnifiedDiff;
import dev.flashorm.cli.usage.Arguments;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.schema.SchemaFixes;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.SchemaFileParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** `flash format`. */
public final class FormatCommand implements Command {
    private static final String STDIN = "-";
    private static final String STDIN_AMONG_FILES = "F6032";

    private static final Parameter.Argument FILES = new Parameter.Argument(
            "FILE",
            "files to format, - for stdin to stdout; without any, the schema of this project",
            Parameter.Argument.Arity.ANY);
    private static final Parameter.Flag CHECK =
            new Parameter.Flag("--check", "write nothing; exit 4 when a file is not formatted");
    private static final Parameter.Flag DIFF = new Parameter.Flag(
            "--diff", "write nothing; print what would change as a unified diff, exit 4 if anything");
    private static final Parameter.Flag FIX =
            new Parameter.Flag("--fix", "first add what must be meant: the missing end or key of a relation, @id");

    /** A file before and after. */
    private record Formatted(SourceFile file, String text) {
        boolean changed() {
            return !text.equals(file.text());
        }

        String diff() {
            return UnifiedDiff.of(file.path(), file.text(), text);
        }
    }

    @Override
    public Usage usage() {
        return new Usage(
                "Lays schema files out: indent, aligned columns, blank lines. A file with a syntax error stays as it is.",
                List.of(FILES, CHECK, DIFF, FIX, SharedParameters.DRY_RUN),
                List.of(ExitCode.FINDINGS),
                List.of(
                        new Usage.Example("flash format", "format the schema of this project"),
                        new Usage.Example("flash format --check", "for CI: is it formatted?"),
                        new Usage.Example("flash format --fix --diff", "what would be added, and laid out anew"),
                        new Usage.Example("flash format - < schema.flash", "format from stdin to stdout")));
    }

    @Override
    public Outcome run(Invocation invocation) throws IOException {
        List<String> names = invocation.arguments().positionals();
        if (names.equals(List.of(STDIN))) {
            byte[] bytes = invocation.host().stdin().readAllBytes();
            return format(
                    invocation, List.of(new SourceFile("<stdin>", TextFiles.decode(bytes, "<stdin>"))), List.of());
        }
        if (names.contains(STDIN)) {
            throw FailureException.of(
                            FailureException.Kind.USAGE, STDIN_AMONG_FILES, "`-` stands for stdin and goes alone")
                    .build();
        }
        Path here = invocation.host().workingDirectory();
        List<Path> paths = names.isEmpty()
                ? invocation.project().schemaFiles()
                : names.stream().map(here::resolve).distinct().toList();
        List<SourceFile> files =
                paths.stream().map(path -> TextFiles.read(path, here)).toList();
        return format(invocation, files, paths);
    }

    /** @param paths where the files are; empty for stdin */
    private static Outcome format(Invocation invocation, List<SourceFile> files, List<Path> paths) throws IOException {
        List<Diagnostic> errors = files.stream()
                .flatMap(file -> SchemaFileParser.parse(file).diagnostics().stream())
                .toList();
        if (errors.stream().anyMatch(Diagnostic::isError)) {
            return broken(invocation, errors);
        }
        Arguments arguments = invocation.arguments();
        SchemaFixes fixes = arguments.has(FIX) ? SchemaFixes.of(files) : new SchemaFixes(files, List.of());
        List<Formatted> results = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            results.add(
                    new Formatted(files.get(i), Formatter.format(fixes.files().get(i))));
        }
        boolean differs = results.stream().anyMatch(Formatted::changed);
        boolean looksOnly = arguments.has(CHECK) || arguments.has(DIFF);
        tellFixes(invocation, fixes, looksOnly || arguments.has(SharedParameters.DRY_RUN));
        if (paths.isEmpty()) {
            printStdin(invocation, results.get(0));
        } else {
            printFiles(invocation, results, paths);
        }
        return new Outcome(
                looksOnly && differs ? ExitCode.FINDINGS : ExitCode.DONE,
                data(invocation, results, fixes, paths.isEmpty() && !looksOnly),
                List.of());
    }

    private static void printStdin(Invocation invocation, Formatted result) {
        Arguments arguments = invocation.arguments();
        Console console = invocation.console();
        if (arguments.has(DIFF)) {
            console.printRaw(result.diff());
        } else if (!arguments.has(CHECK)) {
            console.printRaw(result.text());
        } else if (result.changed()) {
            console.alert("<stdin> is not formatted");
        }
    }

    private static void printFiles(Invocation invocation, List<Formatted> results, List<Path> paths)
            throws IOException {
        Arguments arguments = invocation.arguments();
        Console console = invocation.console();
        boolean diff = arguments.has(DIFF);
        boolean check = arguments.has(CHECK);
        boolean dryRun = arguments.has(SharedParameters.DRY_RUN);
        int changed = 0;
        for (int i = 0; i < results.size(); i++) {
            Formatted result = results.get(i);
            if (!result.changed()) {
                continue;
            }
            changed++;
            if (diff) {
                console.printRaw(result.diff());
                continue;
            }
            if (!check && !dryRun) {
                AtomicFile.write(paths.get(i), result.text());
            }
            console.print((check ? "not formatted: " : dryRun ? "would format " : "formatted ")
                    + result.file().path());
        }
        console.tell(Counted.of(changed, "file") + (diff || check || dryRun ? " to format, " : " formatted, ")
                + Counted.of(results.size() - changed, "file") + " unchanged");
        if ((check || diff) && changed > 0) {
            console.alert("next: flash format" + (arguments.has(FIX) ? " --fix" : ""));
        }
    }

    private static void tellFixes(Invocation invocation, SchemaFixes fixes, boolean looksOnly) {
        for (SchemaFixes.Applied fix : fixes.applied()) {
            invocation
                    .console()
                    .tell((looksOnly ? "to fix: " : "fixed: ")
                            + fix.diagnostic().span().file().path() + ": "
                            + fix.diagnostic().message() + ": " + fix.help().text());
        }
    }

    private static Outcome broken(Invocation invocation, List<Diagnostic> errors) {
        new Report(invocation.console(), invocation.host().environment()).print(errors);
        invocation.console().alert("nothing was formatted: a file with a syntax error stays as it is");
        return new Outcome(
                ExitCode.FAILED, data(invocation, List.of(), new SchemaFixes(List.of(), List.of()), false), errors);
    }

    private static JsonObject data(
            Invocation invocation, List<Formatted> results, SchemaFixes fixes, boolean withText) {
        Arguments arguments = invocation.arguments();
        return new JsonObject()
                .put(
                        "files",
                        results.stream()
                                .map(result -> new JsonObject()
                                        .put("file", result.file().path())
                                        .put("changed", result.changed())
                                        .put("diff", arguments.has(DIFF) ? result.diff() : null))
                                .toList())
                .put(
                        "fixes",
                        fixes.applied().stream()
                                .map(fix -> new JsonObject()
                                        .put("code", fix.diagnostic().code())
                                        .put(
                                                "file",
                                                fix.diagnostic().span().file().path())
                                        .put("message", fix.diagnostic().message())
                                        .put("text", fix.help().text()))
                                .toList())
                .put("check", arguments.has(CHECK))
                .put("dryRun", arguments.has(SharedParameters.DRY_RUN))
                .put("text", withText ? results.get(0).text() : null);
    }
}
