package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationDraft;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.plan.Finding;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** `flash migrate "name"`: plans and writes; needs no database. */
public final class MigrateCommand implements Command {
    private static final String NO_NAME = "F6060";
    private static final String NO_DATASOURCE = "F6028";
    private static final String LOSES_DATA = "F6061";
    private static final String NO_STATE = "F6062";

    private static final Parameter.Argument NAME = new Parameter.Argument(
            "NAME", "what the migration does, in a few words", Parameter.Argument.Arity.OPTIONAL);

    @Override
    public Usage usage() {
        return new Usage(
                "Writes a migration for what changed in the schema since the last one: plain SQL, up and down. It needs no"
                        + " database and touches none.",
                List.of(NAME, SharedParameters.DRY_RUN, SharedParameters.ACCEPT_DATA_LOSS),
                List.of(ExitCode.DECLINED),
                List.of(
                        new Usage.Example("flash migrate \"add users\"", "write migrations/…_add_users/"),
                        new Usage.Example("flash migrate \"add users\" --dry-run", "print the SQL and write nothing"),
                        new Usage.Example("flash migrate up", "run what is pending")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        String name = invocation.arguments().positional().orElse("").strip();
        if (name.isEmpty()) {
            throw FailureException.of(FailureException.Kind.USAGE, NO_NAME, "a migration needs a name")
                    .next("flash migrate \"what it does\"")
                    .build();
        }
        CompiledSchema compiled = CompiledSchema.of(invocation);
        if (!compiled.isValid()) {
            return compiled.refuse(invocation);
        }
        Project project = invocation.project();
        MigrationFolder folder = MigrationFolder.open(
                project.migrationsPath(), project.migrations().value());
        MigrationPlan plan = MigrationPlanner.of(provider(compiled.schema())).plan(before(folder), compiled.schema());
        if (plan.isEmpty()) {
            return unchanged(invocation, folder);
        }
        return write(invocation, name, compiled, folder, plan);
    }

    private static Outcome write(
            Invocation invocation, String name, CompiledSchema compiled, MigrationFolder folder, MigrationPlan plan) {
        Console console = invocation.console();
        announce(console, plan);
        boolean dryRun = invocation.arguments().has(SharedParameters.DRY_RUN);
        if (dryRun) {
            console.printRaw(plan.upSql());
            return Outcome.done(data(null, plan, true), compiled.diagnostics());
        }
        if (!plan.losses().isEmpty() && !invocation.arguments().has(SharedParameters.ACCEPT_DATA_LOSS)) {
            FailureException.Builder refused = FailureException.of(
                    FailureException.Kind.DECLINED, LOSES_DATA, "this migration would lose data; it was not written");
            plan.losses().forEach(loss -> refused.note(loss.message()));
            throw refused.help("a new name is a rename when it says so: `@renamedFrom(\"old\")`")
                    .help("when the data may go, say so with `" + SharedParameters.ACCEPT_DATA_LOSS.name() + "`")
                    .next("flash migrate \"" + name + "\" " + SharedParameters.ACCEPT_DATA_LOSS.name())
                    .build();
        }
        MigrationDraft draft = new MigrationDraft(
                name,
                provider(compiled.schema()),
                plan.upSql(),
                plan.down().isEmpty() ? Optional.empty() : Optional.of(plan.downSql()),
                normalised(compiled.files()),
                plan.losses().stream().map(Finding::message).toList(),
                plan.downLosses().stream().map(Finding::message).toList(),
                Map.of());
        Migration written = folder.write(draft, Clock.systemUTC()).head().orElseThrow();
        console.print("wrote " + written.display() + "/: "
                + Counted.of(plan.up().size(), "step") + " up, " + plan.down().size() + " down");
        console.tell("next: flash apply");
        return Outcome.done(data(written, plan, false), compiled.diagnostics());
    }

    private static void announce(Console console, MigrationPlan plan) {
        for (Finding hazard : plan.hazards()) {
            console.alert("warning[" + hazard.code() + "]: " + hazard.message());
        }
    }

    private static Outcome unchanged(Invocation invocation, MigrationFolder folder) {
        String since = folder.head().map(head -> " since " + head.display()).orElse("");
        invocation.console().print("nothing to migrate: the schema did not change" + since);
        return Outcome.done(new JsonObject()
                .put("migration", null)
                .put("folder", null)
                .put("steps", List.of())
                .put("losses", List.of())
                .put("hazards", List.of())
                .put("dryRun", invocation.arguments().has(SharedParameters.DRY_RUN)));
    }

    private static JsonObject data(@Nullable Migration written, MigrationPlan plan, boolean dryRun) {
        List<JsonObject> steps = new ArrayList<>();
        plan.up()
                .forEach(step ->
                        steps.add(new JsonObject().put("title", step.title()).put("statements", step.statements())));
        return new JsonObject()
                .put("migration", written == null ? null : written.id())
                .put("folder", written == null ? null : written.display())
                .put("steps", steps)
                .put("losses", findings(plan.losses()))
                .put("hazards", findings(plan.hazards()))
                .put("dryRun", dryRun);
    }

    private static List<JsonObject> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new JsonObject()
                        .put("code", finding.code())
                        .put("subject", finding.subject())
                        .put("message", finding.message()))
                .toList();
    }

    private static @Nullable Schema before(MigrationFolder folder) {
        Optional<SourceFile> state = folder.newestSchema();
        if (state.isEmpty()) {
            Optional<Migration> head = folder.head();
            if (head.isPresent()) {
                throw FailureException.failed(
                                NO_STATE, "`" + head.get().display() + "` does not say which schema it leads to")
                        .note(
                                "a migration history of Prisma's has no states; this version can run it, not go on from it")
                        .build();
            }
            return null;
        }
        SchemaResult result = SchemaCompiler.compile(List.of(state.get()));
        if (!result.isValid()) {
            throw FailureException.failed(NO_STATE, "`" + state.get().path() + "` is no valid schema")
                    .at(result.diagnostics().get(0).span())
                    .note(result.diagnostics().get(0).message())
                    .help("it is a record of what the migration leads to; bring it back from version control")
                    .build();
        }
        return result.schema();
    }

    private static String provider(Schema schema) {
        return schema.datasource()
                .map(Datasource::provider)
                .orElseThrow(() -> FailureException.of(
                                FailureException.Kind.USAGE, NO_DATASOURCE, "the schema has no datasource block")
                        .help("add `datasource db { provider = \"sqlite\"  url = \"file:dev.db\" }`")
                        .build());
    }

    /** All files as one, laid out. */
    private static String normalised(List<SourceFile> files) {
        StringBuilder text = new StringBuilder();
        for (SourceFile file : files) {
            text.append(text.isEmpty() ? "" : "\n").append(Formatter.format(file));
        }
        return text.toString();
    }
}
