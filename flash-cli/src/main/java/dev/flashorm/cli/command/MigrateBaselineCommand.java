package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.compare.Comparison;
import dev.flashorm.migrate.compare.DatabaseReader;
import dev.flashorm.migrate.compare.DatabaseState;
import dev.flashorm.migrate.diff.ChangeSummary;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.HistoryResolver;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.scratch.ScratchDatabase;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** `flash migrate baseline`: the database was there before its migrations. */
public final class MigrateBaselineCommand implements Command {
    private static final String DIFFERS = "F6104";
    private static final String NO_STATE = "F6062";
    private static final String NOTHING = "F6105";

    private static final Parameter.Argument TARGET = new Parameter.Argument(
            "MIGRATION",
            "the last one that the database has; the newest by default",
            Parameter.Argument.Arity.OPTIONAL);
    private static final Parameter.Option ACCEPT = Parameter.Option.repeatable(
            "--accept", "OBJECT", "this table, enum or other object may differ from the state");

    @Override
    public Usage usage() {
        return new Usage(
                "Records migrations as applied on a database that has what they make already, after comparing it with the"
                        + " state that they lead to. It runs none of them.",
                List.of(TARGET, ACCEPT, SharedParameters.DRY_RUN),
                List.of(ExitCode.DECLINED, ExitCode.LOCKED),
                List.of(
                        new Usage.Example("flash migrate baseline", "the database has everything up to the newest"),
                        new Usage.Example("flash migrate baseline --dry-run", "compare only"),
                        new Usage.Example(
                                "flash migrate baseline init --accept old_logs",
                                "up to `init`; a table beside it is known")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Schema schema =
                SchemaCompiler.compile(invocation.project().readSchema()).schema();
        MigrationTarget target = MigrationTarget.of(invocation, schema);
        ExecutorOptions options = ExecutorOptions.defaults(invocation.version());
        Optional<String> typed = invocation.arguments().positional();
        List<Migration> wanted = target.executor(options).upTo(typed);
        if (wanted.isEmpty()) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            NOTHING,
                            "there are no migrations in `" + target.folder().display() + "` to record")
                    .next("flash migrate \"init\"")
                    .build();
        }
        List<String> schemas = schemas(schema);
        DatabaseState.Found found = new DatabaseState.Found(DatabaseReader.read(target.url(), schemas));
        Migration last = wanted.get(wanted.size() - 1);
        Comparison comparison =
                Comparison.of(target.url().provider(), found, expected(invocation, schema, target, last, schemas));
        List<ChangeSummary.Line> lines = comparison.plan().isEmpty()
                ? List.of()
                : ChangeSummary.of(comparison.plan().changes());
        List<String> accepted = invocation.arguments().values(ACCEPT);
        List<ChangeSummary.Line> open =
                lines.stream().filter(line -> !accepted.contains(line.object())).toList();
        Console console = invocation.console();
        if (!open.isEmpty()) {
            throw differs(target, last, open);
        }
        lines.stream().filter(line -> !line.inside()).forEach(line -> console.tell("accepted: " + line));
        boolean dryRun = invocation.arguments().has(SharedParameters.DRY_RUN);
        List<String> recorded = dryRun
                ? wanted.stream().map(Migration::id).toList()
                : new HistoryResolver(target.url(), target.folder(), options).baseline(typed);
        recorded.forEach(id -> console.print((dryRun ? "would record " : "recorded ") + id));
        if (!dryRun) {
            console.print(Counted.of(recorded.size(), "migration") + " recorded as applied on " + target.url());
            console.tell("next: flash status");
        }
        return Outcome.done(new JsonObject()
                .put("database", target.url().toString())
                .put("migrations", recorded)
                .put("accepted", lines.stream().map(ChangeSummary.Line::text).toList())
                .put("dryRun", dryRun));
    }

    /** Those that the datasource names, as the introspection of a database wants them. */
    private static List<String> schemas(Schema schema) {
        String provider = schema.datasource().orElseThrow().provider();
        return IntrospectionScope.of(MigrationPlanner.of(provider).map(schema).schemas())
                .schemas();
    }

    private static DatabaseState expected(
            Invocation invocation, Schema schema, MigrationTarget target, Migration last, List<String> schemas) {
        Optional<SourceFile> state = last.state();
        if (state.isPresent()) {
            SchemaResult result = SchemaCompiler.compile(List.of(state.get()));
            if (!result.isValid()) {
                throw FailureException.failed(NO_STATE, "`" + state.get().path() + "` is no valid schema")
                        .note(result.diagnostics().get(0).message())
                        .help("bring it back from version control")
                        .build();
            }
            return new DatabaseState.Described(result.schema());
        }
        try (ScratchDatabase scratch = MigrationTarget.scratch(invocation, schema)) {
            new MigrationExecutor(scratch.url(), target.folder(), ExecutorOptions.defaults(invocation.version()))
                    .up(Optional.of(last.id()));
            return new DatabaseState.Found(scratch.catalog(new IntrospectionScope(schemas)));
        }
    }

    private static FailureException differs(MigrationTarget target, Migration last, List<ChangeSummary.Line> open) {
        FailureException.Builder failure = FailureException.of(
                FailureException.Kind.DECLINED,
                DIFFERS,
                target.url() + " is not what `" + last.id() + "` leads to; nothing was recorded");
        List<String> objects = new ArrayList<>();
        for (ChangeSummary.Line line : open) {
            failure.note(line.inside() ? line.object() + ": " + line : line.toString());
            if (!objects.contains(line.object())) {
                objects.add(line.object());
            }
        }
        return failure.note("+ is missing in the database, - is only there, ~ is different")
                .help("where a difference may stay, say so: --accept " + String.join(" --accept ", objects))
                .help("else change the database, or the migration")
                .next("flash migrate diff --from database --to "
                        + target.folder().display())
                .build();
    }
}
