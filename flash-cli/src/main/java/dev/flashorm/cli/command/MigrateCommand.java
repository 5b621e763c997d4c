package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationDraft;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.map.FormerNames;
import dev.flashorm.migrate.map.SchemaRenames;
import dev.flashorm.migrate.plan.Finding;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.sql.ScriptSyntax;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** `flash migrate "name"`: plans, tries out and writes; it changes no database. */
public final class MigrateCommand implements Command {
    private static final String NO_NAME = "F6060";
    private static final String LOSES_DATA = "F6061";
    private static final String CHANGED_WHILE_EMPTY = "F6102";

    private static final Parameter.Argument NAME = new Parameter.Argument(
            "NAME", "what the migration does, in a few words", Parameter.Argument.Arity.OPTIONAL);
    private static final Parameter.Option RENAME = Parameter.Option.repeatable(
            "--rename",
            "OLD=NEW",
            "a new name is no drop and add: User.nickname=displayName, User=Account, Role.ADMIN=OWNER");
    private static final Parameter.Flag EMPTY =
            new Parameter.Flag("--empty", "write a migration without statements, for you to fill");
    private static final Parameter.Flag CREATE_ONLY = new Parameter.Flag(
            "--create-only", "write it and run nothing: what `flash migrate` does anyway, in the words of Prisma");

    private static final MigrationPlan NOTHING = new MigrationPlan(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), ScriptSyntax.SQL);

    @Override
    public Usage usage() {
        return new Usage(
                "Writes a migration for what changed in the schema since the last one: plain SQL, up and down. It changes no"
                        + " database; it tries the SQL out in a scratch database, where one can be had.",
                List.of(NAME, RENAME, EMPTY, CREATE_ONLY, SharedParameters.DRY_RUN, SharedParameters.ACCEPT_DATA_LOSS),
                List.of(ExitCode.DECLINED),
                List.of(
                        new Usage.Example("flash migrate \"add users\"", "write migrations/…_add_users/"),
                        new Usage.Example("flash migrate \"add users\" --dry-run", "print the SQL and write nothing"),
                        new Usage.Example(
                                "flash migrate \"names\" --rename User.nickname=displayName",
                                "rename, keep the values"),
                        new Usage.Example("flash migrate up", "run what is pending")));
    }

    @Override
    public Outcome run(Invocation invocation) throws IOException {
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
        Schema after = compiled.schema();
        String provider = compiled.provider();
        MigrationPlanner planner = MigrationPlanner.of(provider);
        MigrationFolder folder = MigrationFolder.open(
                project.migrationsPath(), project.migrations().value());
        StartingPoint start = StartingPoint.of(invocation, folder, provider, after);
        if (invocation.arguments().has(EMPTY)) {
            return writeEmpty(invocation, name, compiled, folder, start);
        }
        SchemaRenames asked = new RenameDecisions(invocation, name, start.schema(), after, planner)
                .decide(invocation.arguments().values(RENAME));
        FormerNames former = new FormerNames(start.schema(), after, asked);
        MigrationPlan plan =
                planner.plan(start.database(), start.goal(provider, after), planner.renames(after, former));
        if (plan.isEmpty()) {
            return unchanged(invocation, folder);
        }
        return write(invocation, name, compiled, folder, start, plan, asked, former.renames());
    }

    private static Outcome write(
            Invocation invocation,
            String name,
            CompiledSchema compiled,
            MigrationFolder folder,
            StartingPoint start,
            MigrationPlan plan,
            SchemaRenames asked,
            Map<String, String> renames) {
        Console console = invocation.console();
        announce(console, plan);
        if (invocation.arguments().has(SharedParameters.DRY_RUN)) {
            console.printRaw(plan.upSql());
            return Outcome.done(data(null, plan, true, null), compiled.diagnostics());
        }
        if (!plan.losses().isEmpty() && !invocation.arguments().has(SharedParameters.ACCEPT_DATA_LOSS)) {
            throw losesData(name, plan, asked);
        }
        String provider = compiled.provider();
        PlanProof proof = PlanProof.of(invocation, compiled.schema(), start.database(), plan);
        MigrationDraft draft = new MigrationDraft(
                name,
                provider,
                plan.upSql(),
                plan.down().isEmpty() ? Optional.empty() : Optional.of(proof.downHead(plan.syntax()) + plan.downSql()),
                normalised(compiled.files()),
                plan.losses().stream().map(Finding::message).toList(),
                plan.downLosses().stream().map(Finding::message).toList(),
                renames,
                List.of());
        Migration written = folder.write(draft, Clock.systemUTC()).head().orElseThrow();
        console.print("wrote " + written.display() + "/: "
                + Counted.of(plan.up().size(), "step") + " up, " + plan.down().size() + " down");
        if (proof.holds()) {
            console.tell(proof.sentence());
        } else {
            console.alert("warning: " + proof.sentence());
        }
        plan.downLosses().forEach(loss -> console.tell("down loses data: " + loss.message()));
        console.tell("next: flash apply");
        return Outcome.done(data(written, plan, false, proof), compiled.diagnostics());
    }

    private static FailureException losesData(String name, MigrationPlan plan, SchemaRenames asked) {
        FailureException.Builder refused = FailureException.of(
                FailureException.Kind.DECLINED, LOSES_DATA, "this migration would lose data; it was not written");
        plan.losses().forEach(loss -> refused.note(loss.message()));
        return refused.help("a new name is a rename when it says so: `" + RENAME.name() + " OLD=NEW`, or"
                        + " `@renamedFrom(\"old\")` in the schema")
                .help("when the data may go, say so with `" + SharedParameters.ACCEPT_DATA_LOSS.name() + "`")
                .next(RenameDecisions.command(name, asked.requests()) + " " + SharedParameters.ACCEPT_DATA_LOSS.name())
                .build();
    }

    /** It leads from the state to the same state: what changed in the schema is left to the next migration. */
    private static Outcome writeEmpty(
            Invocation invocation, String name, CompiledSchema compiled, MigrationFolder folder, StartingPoint start) {
        String provider = compiled.provider();
        if (invocation.arguments().has(SharedParameters.DRY_RUN)) {
            return Outcome.done(data(null, NOTHING, true, null), compiled.diagnostics());
        }
        if (start.replayed()
                && !MigrationPlanner.of(provider)
                        .plan(start.database(), start.goal(provider, compiled.schema()), Renames.none())
                        .isEmpty()) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            CHANGED_WHILE_EMPTY,
                            "the schema has changes that no migration has yet, and Prisma's migrations record no state")
                    .help("write these first")
                    .next("flash migrate \"what changed\"")
                    .build();
        }
        ScriptSyntax syntax = MigrationPlanner.of(provider).script();
        MigrationDraft draft = new MigrationDraft(
                name,
                provider,
                syntax.comment("Write the statements of this migration here."),
                Optional.of(syntax.comment("Write the statements that take it back here.")),
                start.text().orElseGet(() -> start.replayed() ? normalised(compiled.files()) : "// no models yet\n"),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
        Migration written = folder.write(draft, Clock.systemUTC()).head().orElseThrow();
        invocation
                .console()
                .print("wrote " + written.display() + "/: fill in " + written.upFile() + " and " + written.downFile());
        invocation.console().tell("next: flash apply");
        return Outcome.done(data(written, NOTHING, false, null), compiled.diagnostics());
    }

    private static void announce(Console console, MigrationPlan plan) {
        for (Finding hazard : plan.hazards()) {
            console.alert("warning[" + hazard.code() + "]: " + hazard.message());
        }
    }

    private static Outcome unchanged(Invocation invocation, MigrationFolder folder) {
        String since = folder.head().map(head -> " since " + head.display()).orElse("");
        invocation.console().print("nothing to migrate: the schema did not change" + since);
        return Outcome.done(data(null, NOTHING, invocation.arguments().has(SharedParameters.DRY_RUN), null));
    }

    private static JsonObject data(
            @Nullable Migration written, MigrationPlan plan, boolean dryRun, @Nullable PlanProof proof) {
        List<JsonObject> steps = new ArrayList<>();
        plan.up()
                .forEach(step ->
                        steps.add(new JsonObject().put("title", step.title()).put("statements", step.statements())));
        return new JsonObject()
                .put("migration", written == null ? null : written.id())
                .put("folder", written == null ? null : written.display())
                .put("steps", steps)
                .put("losses", findings(plan.losses()))
                .put("downLosses", findings(plan.downLosses()))
                .put("hazards", findings(plan.hazards()))
                .put("verified", proof != null && proof.holds())
                .put("verification", proof == null ? null : proof.sentence())
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

    /** All files as one, laid out. */
    private static String normalised(List<SourceFile> files) {
        StringBuilder text = new StringBuilder();
        for (SourceFile file : files) {
            text.append(text.isEmpty() ? "" : "\n").append(Formatter.format(file));
        }
        return text.toString();
    }
}
