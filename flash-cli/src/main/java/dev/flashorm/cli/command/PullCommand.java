package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.output.Report;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.compare.Comparison;
import dev.flashorm.migrate.compare.DatabaseReader;
import dev.flashorm.migrate.compare.DatabaseState;
import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.diff.ChangeSummary;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.pull.SchemaPull;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** `flash pull`: what a database holds as a schema, in a new file or in the one that is there. */
public final class PullCommand implements Command {
    private static final String NOT_VALID = "F6085";

    private static final Parameter.Flag PRINT =
            new Parameter.Flag("--print", "print the schema to stdout and write nothing");

    @Override
    public Usage usage() {
        return new Usage(
                "Reads what the database holds into the schema. In a schema that is there only what differs is"
                        + " rewritten: comments, order, names and whatever no database can tell stay.",
                List.of(PRINT, SharedParameters.DRY_RUN),
                List.of(),
                List.of(
                        new Usage.Example("flash pull", "bring the schema up to the database"),
                        new Usage.Example("flash pull --url postgresql://…/app", "a first schema from this database"),
                        new Usage.Example("flash pull --dry-run", "say what would change"),
                        new Usage.Example("flash pull --print > other.flash", "the schema on stdout")));
    }

    /** @param created whether there was no file before */
    private record Pulled(List<Path> paths, List<SourceFile> before, List<SourceFile> after, boolean created) {}

    @Override
    public Outcome run(Invocation invocation) throws IOException {
        Project project = invocation.projectOrNew();
        if (!Files.exists(project.schemaPath())) {
            return create(invocation, project);
        }
        CompiledSchema compiled = CompiledSchema.of(invocation);
        if (!compiled.isValid()) {
            return compiled.refuse(invocation);
        }
        DatabaseUrl url = MigrationTarget.of(invocation).url();
        DatabaseSchema database = DatabaseReader.read(url, schemas(compiled.schema()));
        List<SourceFile> after = SchemaPull.of(url.provider()).update(compiled.files(), compiled.schema(), database);
        List<ChangeSummary.Line> lines = changes(url, compiled.schema(), database);
        return finish(
                invocation, url, database, new Pulled(project.schemaFiles(), compiled.files(), after, false), lines);
    }

    private static Outcome create(Invocation invocation, Project project) throws IOException {
        NewSchemaUrl address = NewSchemaUrl.of(invocation, project);
        DatabaseSchema database = DatabaseReader.read(address.url(), List.of());
        String text = SchemaPull.of(address.url().provider()).text(database, address.expression());
        SourceFile file = new SourceFile(project.display(project.schemaPath()), text);
        Pulled pulled = new Pulled(List.of(project.schemaPath()), List.of(), List.of(file), true);
        return finish(invocation, address.url(), database, pulled, List.of());
    }

    private static List<String> schemas(Schema schema) {
        return schema.datasource().map(Datasource::schemas).orElse(List.of());
    }

    private static List<ChangeSummary.Line> changes(DatabaseUrl url, Schema schema, DatabaseSchema database) {
        Comparison comparison =
                Comparison.of(url.provider(), new DatabaseState.Described(schema), new DatabaseState.Found(database));
        return comparison.plan().isEmpty()
                ? List.of()
                : ChangeSummary.of(comparison.plan().changes());
    }

    private static Outcome finish(
            Invocation invocation,
            DatabaseUrl url,
            DatabaseSchema database,
            Pulled pulled,
            List<ChangeSummary.Line> lines)
            throws IOException {
        Console console = invocation.console();
        Schema schema = compile(invocation, pulled.after());
        List<String> unsaid = unsaid(url, schema, database);
        boolean print = invocation.arguments().has(PRINT);
        boolean write = !print && !invocation.arguments().has(SharedParameters.DRY_RUN);
        List<JsonObject> files = new ArrayList<>();
        int changed = 0;
        for (int i = 0; i < pulled.after().size(); i++) {
            SourceFile file = pulled.after().get(i);
            boolean differs = pulled.created() || file != pulled.before().get(i);
            if (differs) {
                changed++;
                if (write) {
                    AtomicFile.write(pulled.paths().get(i), file.text());
                }
                if (!print) {
                    console.print((write ? pulled.created() ? "wrote " : "changed " : "would write ") + file.path());
                }
            }
            if (print) {
                console.printRaw(file.text());
            }
            files.add(new JsonObject().put("file", file.path()).put("changed", differs));
        }
        if (!print) {
            lines.forEach(line -> console.print("  " + line));
            if (changed == 0) {
                console.print("nothing to pull: the schema says what " + url + " holds");
            }
        }
        unsaid.forEach(text -> console.alert("not in the schema: " + text));
        if (write && changed > 0) {
            console.tell(Counted.of(schema.models().size(), "model") + ", "
                    + Counted.of(schema.enums().size(), "enum"));
            console.tell(schema.generators().isEmpty() ? "next: flash validate" : "next: flash gen");
        }
        StringBuilder text = new StringBuilder();
        pulled.after().forEach(file -> text.append(file.text()));
        return Outcome.done(new JsonObject()
                .put("database", url.toString())
                .put("files", files)
                .put("models", schema.models().size())
                .put("enums", schema.enums().size())
                .put("changes", lines.stream().map(ChangeSummary.Line::toString).toList())
                .put("unsaid", unsaid)
                .put("dryRun", !write)
                .put("text", print ? text.toString() : null));
    }

    /** Nobody gets a schema that does not compile. */
    private static Schema compile(Invocation invocation, List<SourceFile> files) {
        SchemaResult result = SchemaCompiler.compile(files);
        if (!result.isValid()) {
            List<Diagnostic> errors =
                    result.diagnostics().stream().filter(Diagnostic::isError).toList();
            new Report(invocation.console(), invocation.host().environment()).print(errors);
            throw FailureException.failed(
                            NOT_VALID,
                            "the schema would not be valid with what the database holds; nothing was written")
                    .note(errors.get(0).message())
                    .help("change the schema by hand, then pull again")
                    .build();
        }
        return result.schema();
    }

    /** What the schema does not say of the database. */
    private static List<String> unsaid(DatabaseUrl url, Schema schema, DatabaseSchema database) {
        List<String> texts = new ArrayList<>();
        schema.models()
                .forEach(model -> model.scalarFields().forEach(field -> {
                    if (field.type() instanceof FieldType.Unsupported type) {
                        texts.add("the type of " + model.name() + "." + field.name() + ", " + type.typeName());
                    }
                }));
        Comparison comparison =
                Comparison.of(url.provider(), new DatabaseState.Found(database), new DatabaseState.Described(schema));
        for (String kept : comparison.kept()) {
            boolean said = schema.models().stream()
                    .anyMatch(model -> model.isView() && kept.equals("view " + model.databaseName()));
            if (!said) {
                texts.add(kept);
            }
        }
        // Empty unless a difference cannot be brought into the schema.
        changes(url, schema, database).forEach(line -> texts.add("still different: " + line));
        return texts;
    }
}
