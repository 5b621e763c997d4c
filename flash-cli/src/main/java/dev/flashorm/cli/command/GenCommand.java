package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.output.Report;
import dev.flashorm.cli.output.ReportFormat;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.write.SourceWriter;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Generator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** `flash gen`. */
public final class GenCommand implements Command {
    private static final String NO_GENERATOR = "F6070";
    private static final String NOT_TOGETHER = "F6071";

    private static final Parameter.Flag CHECK =
            new Parameter.Flag("--check", "write nothing; exit 4 when the code on disk is not what the schema gives");

    private static final Parameter.Option ONLY = Parameter.Option.repeatable(
            "--only", "NAME", "run this generator block, or those of this language, instead of all");

    private static final Parameter.Flag WATCH =
            new Parameter.Flag("--watch", "go on, and generate again whenever the schema changes, until Ctrl-C");

    @Override
    public Usage usage() {
        return new Usage(
                "Generates code for every generator block of the schema whose provider is "
                        + String.join(", ", CodeGenerator.languages())
                        + ". Files that would not change are left alone; files of an earlier run that are no longer"
                        + " generated are removed.",
                List.of(CHECK, ONLY, WATCH, SharedParameters.DRY_RUN),
                List.of(ExitCode.FINDINGS),
                List.of(
                        new Usage.Example("flash gen", "generate the code"),
                        new Usage.Example("flash gen --check", "for CI: is the generated code up to date?"),
                        new Usage.Example("flash gen --only java", "generate the Java code alone"),
                        new Usage.Example("flash gen --dry-run", "say what would be written")));
    }

    @Override
    public Outcome run(Invocation invocation) throws IOException {
        if (!invocation.arguments().has(WATCH)) {
            return generate(invocation);
        }
        if (invocation.arguments().has(CHECK)
                || invocation.arguments().has(SharedParameters.DRY_RUN)
                || invocation.console().format() != ReportFormat.TEXT) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            NOT_TOGETHER,
                            "`--watch` goes on and on: it goes with none of `--check`, `--dry-run`, `--json` and `--format`")
                    .help("leave one of them out")
                    .build();
        }
        return watch(invocation);
    }

    /** A schema that is wrong for the moment ends nothing: the next change may put it right. */
    private static Outcome watch(Invocation invocation) {
        SchemaWatch watch = new SchemaWatch(invocation.project());
        Report report = new Report(invocation.console(), invocation.host().environment());
        do {
            try {
                generate(invocation);
            } catch (FailureException e) {
                report.print(e);
            } catch (IOException e) {
                invocation.console().alert("a file could not be read or written: " + e.getMessage());
            }
            invocation
                    .console()
                    .tell("waiting for changes of "
                            + invocation.project().schema().value());
        } while (watch.awaitChange());
        return new Outcome(ExitCode.DONE, null, List.of());
    }

    private static Outcome generate(Invocation invocation) throws IOException {
        long start = System.nanoTime();
        CompiledSchema compiled = CompiledSchema.of(invocation);
        if (!compiled.isValid()) {
            return compiled.refuse(invocation);
        }
        boolean check = invocation.arguments().has(CHECK);
        boolean writes = !check && !invocation.arguments().has(SharedParameters.DRY_RUN);
        List<JsonObject> outputs = new ArrayList<>();
        boolean current = true;
        for (GeneratorRun run : GeneratorRun.of(compiled, generators(invocation, compiled), invocation.project())) {
            SourceWriter.Result result = run.result(writes);
            current &= result.isUpToDate();
            invocation.console().print(run.line(result, writes));
            outputs.add(run.data(result));
        }
        Console console = invocation.console();
        if (check && !current) {
            console.alert("the generated code is not up to date");
            console.alert("next: flash gen");
        } else {
            console.tell("done in " + Counted.duration(System.nanoTime() - start));
        }
        JsonObject data =
                new JsonObject().put("generators", outputs).put("check", check).put("dryRun", !check && !writes);
        return new Outcome(check && !current ? ExitCode.FINDINGS : ExitCode.DONE, data, compiled.diagnostics());
    }

    private static List<Generator> generators(Invocation invocation, CompiledSchema compiled) {
        List<Generator> ours = compiled.schema().generators().stream()
                .filter(generator -> CodeGenerator.language(generator).isPresent())
                .toList();
        if (ours.isEmpty()) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            NO_GENERATOR,
                            "the schema asks for no code that Flash generates")
                    .help(
                            "add `generator client { provider = \"java\"  output = \"src/main/java\"  package = \"app.db\" }`,"
                                    + " one setting a line; languages: " + String.join(", ", CodeGenerator.languages()))
                    .next("flash gen")
                    .build();
        }
        List<String> only = invocation.arguments().values(ONLY);
        for (String name : only) {
            if (ours.stream().noneMatch(generator -> isCalled(generator, name))) {
                throw FailureException.of(
                                FailureException.Kind.USAGE,
                                NO_GENERATOR,
                                "the schema has no generator block `" + name + "`, and none of that language")
                        .help("it has " + String.join(", ", names(ours)))
                        .build();
            }
        }
        return only.isEmpty()
                ? ours
                : ours.stream()
                        .filter(generator -> only.stream().anyMatch(name -> isCalled(generator, name)))
                        .toList();
    }

    private static boolean isCalled(Generator generator, String name) {
        return generator.name().equals(name)
                || CodeGenerator.language(generator)
                        .filter(language -> language.provider().equals(name))
                        .isPresent();
    }

    private static Set<String> names(List<Generator> generators) {
        Set<String> names = new TreeSet<>();
        generators.forEach(generator -> names.add('`' + generator.name() + '`'));
        return names;
    }
}
