package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.config.TextFiles;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.output.Report;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.SchemaDocument;
import dev.flashorm.schema.syntax.SchemaFileParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** `flash format`. */
public final class FormatCommand implements Command {
    private static final String STDIN = "-";

    private static final Parameter.Argument FILES = new Parameter.Argument(
            "FILE",
            "files to format, - for stdin to stdout; without any, the schema of this project",
            Parameter.Argument.Arity.ANY);
    private static final Parameter.Flag CHECK =
            new Parameter.Flag("--check", "write nothing; exit 4 when a file is not formatted");

    @Override
    public Usage usage() {
        return new Usage(
                "Lays schema files out: indent, aligned columns, blank lines. A file with a syntax error stays as it is.",
                List.of(FILES, CHECK, SharedParameters.DRY_RUN),
                List.of(ExitCode.FINDINGS),
                List.of(
                        new Usage.Example("flash format", "format the schema of this project"),
                        new Usage.Example("flash format --check", "for CI: is it formatted?"),
                        new Usage.Example("flash format - < schema.flash", "format from stdin to stdout")));
    }

    @Override
    public Outcome run(Invocation invocation) throws IOException {
        List<String> names = invocation.arguments().positionals();
        if (names.equals(List.of(STDIN))) {
            return formatStdin(invocation);
        }
        List<Path> paths;
        if (names.isEmpty()) {
            Project project = invocation.project();
            paths = project.schemaFiles();
        } else {
            paths = names.stream()
                    .map(name -> invocation.host().workingDirectory().resolve(name))
                    .toList();
        }
        return formatFiles(invocation, paths);
    }

    private static Outcome formatStdin(Invocation invocation) throws IOException {
        byte[] bytes = invocation.host().stdin().readAllBytes();
        SourceFile file = new SourceFile("<stdin>", TextFiles.decode(bytes, "<stdin>"));
        SchemaDocument document = SchemaFileParser.parse(file);
        if (isBroken(document)) {
            return broken(invocation, document.diagnostics());
        }
        String text = Formatter.format(document);
        boolean changed = !text.equals(file.text());
        boolean check = invocation.arguments().has(CHECK);
        if (!check) {
            invocation.console().printRaw(text);
        } else if (changed) {
            invocation.console().alert("<stdin> is not formatted");
        }
        JsonObject data =
                data(invocation, List.of(fileData(file.path(), changed))).put("text", check ? null : text);
        return new Outcome(check && changed ? ExitCode.FINDINGS : ExitCode.DONE, data, List.of());
    }

    private static Outcome formatFiles(Invocation invocation, List<Path> paths) throws IOException {
        boolean check = invocation.arguments().has(CHECK);
        boolean dryRun = invocation.arguments().has(SharedParameters.DRY_RUN);
        Path here = invocation.host().workingDirectory();
        List<SchemaDocument> documents = new ArrayList<>();
        List<Diagnostic> errors = new ArrayList<>();
        for (Path path : paths) {
            SchemaDocument document = SchemaFileParser.parse(TextFiles.read(path, here));
            documents.add(document);
            if (isBroken(document)) {
                errors.addAll(document.diagnostics());
            }
        }
        if (!errors.isEmpty()) {
            return broken(invocation, errors);
        }
        Console console = invocation.console();
        List<JsonObject> files = new ArrayList<>();
        int changed = 0;
        for (int i = 0; i < paths.size(); i++) {
            String shown = TextFiles.display(paths.get(i), here);
            SchemaDocument document = documents.get(i);
            String text = Formatter.format(document);
            boolean differs = !text.equals(document.file().text());
            files.add(fileData(shown, differs));
            if (differs) {
                changed++;
                if (!check && !dryRun) {
                    AtomicFile.write(paths.get(i), text);
                }
                console.print((check ? "not formatted: " : dryRun ? "would format " : "formatted ") + shown);
            }
        }
        console.tell(Counted.of(changed, "file") + (check || dryRun ? " to format, " : " formatted, ")
                + Counted.of(paths.size() - changed, "file") + " unchanged");
        if (check && changed > 0) {
            console.alert("next: flash format");
        }
        ExitCode code = check && changed > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
        return new Outcome(code, data(invocation, files), List.of());
    }

    private static boolean isBroken(SchemaDocument document) {
        return document.diagnostics().stream().anyMatch(Diagnostic::isError);
    }

    private static Outcome broken(Invocation invocation, List<Diagnostic> errors) {
        new Report(invocation.console(), invocation.host().environment()).print(errors);
        invocation.console().alert("nothing was formatted: a file with a syntax error stays as it is");
        return new Outcome(ExitCode.FAILED, data(invocation, List.of()), errors);
    }

    private static JsonObject data(Invocation invocation, List<JsonObject> files) {
        return new JsonObject()
                .put("files", files)
                .put("check", invocation.arguments().has(CHECK))
                .put("dryRun", invocation.arguments().has(SharedParameters.DRY_RUN));
    }

    private static JsonObject fileData(String file, boolean changed) {
        return new JsonObject().put("file", file).put("changed", changed);
    }
}
