package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.java.GeneratorSettings;
import dev.flashorm.codegen.write.SourceWriter;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Generator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** `flash gen`. */
public final class GenCommand implements Command {
    private static final String NO_GENERATOR = "F6070";

    private static final Parameter.Flag CHECK =
            new Parameter.Flag("--check", "write nothing; exit 4 when the code on disk is not what the schema gives");

    @Override
    public Usage usage() {
        return new Usage(
                "Generates code for every generator block of the schema whose provider is `java`. Files that would not change"
                        + " are left alone; files of an earlier run that are no longer generated are removed.",
                List.of(CHECK, SharedParameters.DRY_RUN),
                List.of(ExitCode.FINDINGS),
                List.of(
                        new Usage.Example("flash gen", "generate the code"),
                        new Usage.Example("flash gen --check", "for CI: is the generated code up to date?"),
                        new Usage.Example("flash gen --dry-run", "say what would be written")));
    }

    @Override
    public Outcome run(Invocation invocation) throws IOException {
        long start = System.nanoTime();
        CompiledSchema compiled = CompiledSchema.of(invocation);
        if (!compiled.isValid()) {
            return compiled.refuse(invocation);
        }
        boolean check = invocation.arguments().has(CHECK);
        boolean dryRun = invocation.arguments().has(SharedParameters.DRY_RUN);
        List<JsonObject> outputs = new ArrayList<>();
        boolean current = true;
        for (Generator generator : generators(compiled)) {
            GeneratorSettings settings = GeneratorSettings.of(generator);
            Path output = invocation
                    .project()
                    .schemaFolder()
                    .resolve(settings.output())
                    .normalize();
            List<GeneratedFile> files = new CodeGenerator().generate(compiled.schema(), settings.java());
            SourceWriter writer = new SourceWriter(output, generator.name());
            SourceWriter.Result result = check || dryRun ? writer.compare(files) : writer.write(files);
            current &= result.isUpToDate();
            print(invocation, output, result, check || dryRun);
            outputs.add(data(invocation.project(), generator, output, result));
        }
        Console console = invocation.console();
        if (check && !current) {
            console.alert("the generated code is not up to date");
            console.alert("next: flash gen");
        } else {
            console.tell("done in " + Counted.duration(System.nanoTime() - start));
        }
        JsonObject data =
                new JsonObject().put("generators", outputs).put("check", check).put("dryRun", dryRun);
        return new Outcome(check && !current ? ExitCode.FINDINGS : ExitCode.DONE, data, compiled.diagnostics());
    }

    private static List<Generator> generators(CompiledSchema compiled) {
        List<Generator> generators = compiled.schema().generators().stream()
                .filter(generator -> generator.provider().orElse("").equals(GeneratorSettings.PROVIDER))
                .toList();
        if (generators.isEmpty()) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            NO_GENERATOR,
                            "the schema asks for no code that Flash generates")
                    .help(
                            "add `generator client { provider = \"java\"  output = \"src/main/java\"  package = \"app.db\" }`,"
                                    + " one setting a line")
                    .next("flash gen")
                    .build();
        }
        return generators;
    }

    private static void print(Invocation invocation, Path output, SourceWriter.Result result, boolean only) {
        String folder = invocation.project().display(output);
        invocation
                .console()
                .print(folder + "/: " + Counted.of(result.written().size(), "file")
                        + (only ? " to write, " : " written, ")
                        + result.unchanged().size() + " unchanged, "
                        + result.removed().size()
                        + (only ? " to remove" : " removed"));
    }

    private static JsonObject data(Project project, Generator generator, Path output, SourceWriter.Result result) {
        return new JsonObject()
                .put("generator", generator.name())
                .put("output", project.display(output))
                .put("written", result.written())
                .put("unchanged", result.unchanged())
                .put("removed", result.removed());
    }
}
