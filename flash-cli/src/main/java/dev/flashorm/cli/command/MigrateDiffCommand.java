package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.compare.Comparison;
import dev.flashorm.migrate.diff.ChangeSummary;
import dev.flashorm.migrate.plan.Finding;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** `flash migrate diff`: what leads from one state to another. It only reads. */
public final class MigrateDiffCommand implements Command {
    private static final String NO_SIDE = "F6082";
    private static final String OTHER_PROVIDER = "F6083";
    private static final String NO_PROVIDER = "F6084";

    private static final Parameter.Option FROM = new Parameter.Option(
            "--from",
            "SIDE",
            "a schema file or folder, a migrations folder, a database's address, env:NAME, database or empty");
    private static final Parameter.Option TO = new Parameter.Option("--to", "SIDE", "the same, for the other side");
    private static final Parameter.Flag SCRIPT =
            new Parameter.Flag("--script", "print the SQL that leads from one to the other, and nothing else");
    private static final Parameter.Flag EXIT_CODE =
            new Parameter.Flag("--exit-code", "exit 4 when there is a difference");

    @Override
    public Usage usage() {
        return new Usage(
                "Shows what leads from one state of a database to another: of schema files, migrations or databases, any"
                        + " two. It only reads.",
                List.of(FROM, TO, SCRIPT, EXIT_CODE, SharedParameters.DRY_RUN_ANYWAY),
                List.of(ExitCode.FINDINGS),
                List.of(
                        new Usage.Example(
                                "flash migrate diff --from migrations --to schema.flash",
                                "what the next migration would do"),
                        new Usage.Example(
                                "flash migrate diff --from database --to schema.flash --exit-code",
                                "is the database as the schema says?"),
                        new Usage.Example(
                                "flash migrate diff --from empty --to schema.flash --script > all.sql",
                                "the SQL of everything"),
                        new Usage.Example(
                                "flash migrate diff --from env:staging --to env:production", "compare two databases")));
    }

    @Override
    public Outcome run(Invocation invocation) {
        DiffSide from = DiffSide.of(invocation, side(invocation, FROM));
        DiffSide to = DiffSide.of(invocation, side(invocation, TO));
        Comparison comparison = Comparison.of(provider(from, to), from.read(to), to.read(from));
        MigrationPlan plan = comparison.plan();
        List<ChangeSummary.Line> lines = plan.isEmpty() ? List.of() : ChangeSummary.of(plan.changes());
        print(invocation, from, to, comparison, lines);
        boolean differs = !plan.isEmpty();
        JsonObject data = new JsonObject()
                .put("from", from.shown())
                .put("to", to.shown())
                .put("different", differs)
                .put("changes", lines.stream().map(MigrateDiffCommand::change).toList())
                .put("script", differs ? plan.upSql() : "")
                .put("losses", findings(plan.losses()))
                .put("hazards", findings(plan.hazards()))
                .put("kept", comparison.kept());
        boolean found = differs && invocation.arguments().has(EXIT_CODE);
        return new Outcome(found ? ExitCode.FINDINGS : ExitCode.DONE, data, List.of());
    }

    private static String side(Invocation invocation, Parameter.Option option) {
        return invocation
                .arguments()
                .value(option)
                .filter(word -> !word.isBlank())
                .orElseThrow(() -> FailureException.of(
                                FailureException.Kind.USAGE, NO_SIDE, "`" + option.name() + "` is missing")
                        .help("a comparison has two sides")
                        .next("flash migrate diff --from migrations --to schema.flash")
                        .build());
    }

    /** The kind of database of both sides. */
    private static String provider(DiffSide from, DiffSide to) {
        Optional<String> one = from.provider();
        Optional<String> other = to.provider();
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            OTHER_PROVIDER,
                            "`" + from.shown() + "` is for " + one.get() + ", `" + to.shown() + "` for " + other.get())
                    .help("compare two of the same kind of database")
                    .build();
        }
        return one.or(() -> other)
                .orElseThrow(() -> FailureException.of(
                                FailureException.Kind.USAGE,
                                NO_PROVIDER,
                                "neither side says which kind of database it is about")
                        .help("a schema says it in its datasource block")
                        .build());
    }

    private static void print(
            Invocation invocation, DiffSide from, DiffSide to, Comparison comparison, List<ChangeSummary.Line> lines) {
        Console console = invocation.console();
        MigrationPlan plan = comparison.plan();
        boolean script = invocation.arguments().has(SCRIPT);
        comparison.kept().forEach(name -> console.tell("kept: " + name));
        plan.losses().forEach(loss -> console.alert("warning[" + loss.code() + "]: " + loss.message()));
        if (script) {
            console.printRaw(plan.isEmpty() ? "" : plan.upSql());
        } else if (plan.isEmpty()) {
            console.print("no difference between " + from.shown() + " and " + to.shown());
        } else {
            console.print("from " + from.shown() + " to " + to.shown() + ":");
            lines.forEach(line -> console.print(line.toString()));
        }
    }

    private static JsonObject change(ChangeSummary.Line line) {
        return new JsonObject()
                .put("kind", line.sign().name().toLowerCase(Locale.ROOT))
                .put("object", line.object())
                .put("text", line.text())
                .put("inside", line.inside());
    }

    private static List<JsonObject> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new JsonObject()
                        .put("code", finding.code())
                        .put("subject", finding.subject())
                        .put("message", finding.message()))
                .toList();
    }
}
