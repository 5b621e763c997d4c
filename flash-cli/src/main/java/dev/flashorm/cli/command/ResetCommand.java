package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.compare.DatabaseReader;
import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.execute.ExecutionReport;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.reset.ResetPlan;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Datasource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** `flash reset`: drops what the migrations made and applies them anew. */
public final class ResetCommand implements Command {
    private static final String NO_MIGRATIONS = "F6087";
    private static final String NOT_CONFIRMED = "F6088";

    private static final Parameter.Option CONFIRM =
            new Parameter.Option("--confirm", "DATABASE", "the name of the database whose data is to go");

    @Override
    public Usage usage() {
        return new Usage(
                "Drops everything that the migrations made, with its data, and applies them anew. It asks for the"
                        + " database's name; nothing else is consent. What no migration made is kept and listed.",
                List.of(CONFIRM, SharedParameters.DRY_RUN),
                List.of(ExitCode.DECLINED, ExitCode.LOCKED, ExitCode.INTERRUPTED),
                List.of(
                        new Usage.Example("flash reset --dry-run", "list what would go and what would stay"),
                        new Usage.Example("flash reset", "ask for the database's name, then do it"),
                        new Usage.Example("flash reset --confirm app_test", "the same in a script")));
    }

    @Override
    public Outcome run(Invocation invocation) throws IOException {
        long start = System.nanoTime();
        MigrationTarget target = MigrationTarget.of(invocation);
        if (target.folder().isEmpty()) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            NO_MIGRATIONS,
                            "there are no migrations in `" + target.folder().display() + "` to begin anew with")
                    .next("flash migrate \"first tables\"")
                    .build();
        }
        DatabaseUrl url = target.url();
        List<String> schemas = SchemaCompiler.compile(invocation.project().readSchema())
                .schema()
                .datasource()
                .map(Datasource::schemas)
                .orElse(List.of());
        DatabaseSchema found = DatabaseReader.read(url, schemas);
        ResetPlan plan = ResetPlan.of(url, target.folder(), found);
        Console console = invocation.console();
        boolean dryRun = invocation.arguments().has(SharedParameters.DRY_RUN);
        console.alert("database: " + url);
        list(invocation, plan, dryRun);
        if (dryRun) {
            target.folder().migrations().forEach(migration -> console.print("would apply " + migration.id()));
            return Outcome.done(data(
                    url,
                    plan,
                    target.folder().migrations().stream().map(Migration::id).toList(),
                    true));
        }
        confirm(invocation, url);
        MigrationRun run = new MigrationRun(invocation, target);
        ExecutionReport report = run.run(options -> target.executor(options).reset(plan.steps()));
        run.print(report, "applied");
        console.print(url + " is reset: " + Counted.of(plan.drops().size(), "object") + " dropped, "
                + Counted.of(report.runs().size(), "migration") + " applied in "
                + Counted.duration(System.nanoTime() - start));
        console.tell("next: flash status");
        return Outcome.done(data(
                url, plan, report.runs().stream().map(ExecutionReport.Run::id).toList(), false));
    }

    /** On stdout where the list is all that was asked for. */
    private static void list(Invocation invocation, ResetPlan plan, boolean asked) {
        List<String> lines = new ArrayList<>();
        plan.drops().forEach(text -> lines.add((asked ? "would drop " : "drops ") + text));
        plan.along()
                .forEach(text -> lines.add((asked ? "would drop " : "drops ") + text
                        + ": no migration made it, but it goes with its table"));
        plan.kept().forEach(text -> lines.add((asked ? "would keep " : "keeps ") + text + ": no migration made it"));
        lines.forEach(line -> {
            if (asked) {
                invocation.console().print(line);
            } else {
                invocation.console().alert(line);
            }
        });
    }

    /** The database's own name: a file's without its folders. */
    private static String nameOf(DatabaseUrl url) {
        return url.database().substring(url.database().lastIndexOf('/') + 1);
    }

    private static void confirm(Invocation invocation, DatabaseUrl url) throws IOException {
        String name = nameOf(url);
        Optional<String> answer = invocation.arguments().value(CONFIRM);
        if (answer.isEmpty() && invocation.isInteractive()) {
            answer = new Question(invocation).text("type the name of the database to drop this, with all its rows:");
        }
        if (!answer.equals(Optional.of(name))) {
            FailureException.Builder refused = FailureException.of(
                    FailureException.Kind.DECLINED,
                    NOT_CONFIRMED,
                    answer.isEmpty()
                            ? "nobody has confirmed by its name that this database may lose its data"
                            : "the database is `" + name + "`, not `" + answer.get() + "`");
            throw refused.note("nothing was changed; the database is " + url)
                    .help("say it with `" + CONFIRM.name() + " " + name + "`")
                    .next("flash reset --dry-run")
                    .build();
        }
    }

    private static JsonObject data(DatabaseUrl url, ResetPlan plan, List<String> migrations, boolean dryRun) {
        return new JsonObject()
                .put("database", url.toString())
                .put("drops", plan.drops())
                .put("along", plan.along())
                .put("kept", plan.kept())
                .put("migrations", migrations)
                .put("dryRun", dryRun);
    }
}
