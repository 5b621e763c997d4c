package dev.flashorm.cli.command;

import dev.flashorm.migrate.map.RenameCandidate;
import dev.flashorm.migrate.map.RenameRequests;
import dev.flashorm.migrate.map.SchemaRenames;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which new names are renames: what `--rename` says, then one question for each thing that is gone while something
 * like it is new. Consent to data loss answers all of them with no.
 */
final class RenameDecisions {
    private static final String UNDECIDED = "F6100";
    private static final String NO_RENAMED_VALUES = "F6108";

    private final Invocation invocation;
    private final String name;
    private final Schema before;
    private final Schema after;
    private final MigrationPlanner planner;
    private final Set<String> dropped = new HashSet<>();
    private final List<String> guesses = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    RenameDecisions(Invocation invocation, String name, Schema before, Schema after, MigrationPlanner planner) {
        this.invocation = invocation;
        this.name = name;
        this.before = before;
        this.after = after;
        this.planner = planner;
    }

    /** @throws FailureException F6100 (declined), when nobody is there to say */
    SchemaRenames decide(List<String> requests) throws IOException {
        SchemaRenames asked = RenameRequests.parse(requests, before, after);
        if (!planner.renamesValues()) {
            asked.origins().values().forEach(this::refuseEnum);
        }
        if (invocation.arguments().has(SharedParameters.ACCEPT_DATA_LOSS)) {
            return asked;
        }
        boolean dryRun = invocation.arguments().has(SharedParameters.DRY_RUN);
        SchemaRenames decided = asked;
        Optional<RenameCandidate> next = next(decided);
        while (next.isPresent()) {
            RenameCandidate candidate = next.get();
            Optional<String> answer =
                    invocation.isInteractive() && !dryRun ? ask(candidate) : Optional.of(guess(candidate));
            if (answer.isEmpty()) {
                throw undecided(requests);
            }
            if (candidate.after().contains(answer.get())) {
                decided = decided.with(answer.get(), candidate.before());
            } else {
                dropped.add(candidate.before());
            }
            next = next(decided);
        }
        if (doubts.isEmpty()) {
            return decided;
        }
        if (dryRun) {
            doubts.forEach(doubt -> invocation.console().alert("note: " + doubt));
            invocation
                    .console()
                    .alert("note: shown as a drop and an add; say `--rename " + guesses.get(0) + "` for a rename");
            return asked;
        }
        throw undecided(requests);
    }

    private Optional<RenameCandidate> next(SchemaRenames decided) {
        return RenameCandidate.first(before, after, decided, dropped, planner.hasEnumTypes(), planner.renamesValues());
    }

    private void refuseEnum(String path) {
        int point = path.indexOf('.');
        if (before.enumType(point < 0 ? path : path.substring(0, point)).isPresent()) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            NO_RENAMED_VALUES,
                            "`" + path
                                    + "` can't be renamed: this database has no enum types, its documents hold the text")
                    .help("write the update of the documents yourself, into a migration of its own")
                    .next("flash migrate \"" + name + "\" --empty")
                    .build();
        }
    }

    private Optional<String> ask(RenameCandidate candidate) throws IOException {
        List<String> choices = new ArrayList<>(candidate.after());
        choices.add("none: drop it");
        Optional<String> answer =
                new Question(invocation).choose("`" + candidate.before() + "` is gone. Which new name is it?", choices);
        if (answer.isEmpty()) {
            guess(candidate);
        }
        return answer;
    }

    /** Nobody answers: what it may be is collected, as if the likeliest were true, so that all doubts are told at once. */
    private String guess(RenameCandidate candidate) {
        String likeliest = candidate.after().get(0);
        boolean member = candidate.before().indexOf('.') >= 0;
        guesses.add(candidate.before() + "=" + (member ? likeliest.substring(likeliest.indexOf('.') + 1) : likeliest));
        doubts.add("`" + candidate.before() + "` is gone, and may be `" + String.join("` or `", candidate.after())
                + "` now");
        return likeliest;
    }

    private FailureException undecided(List<String> requests) {
        List<String> all = new ArrayList<>(requests);
        all.addAll(guesses);
        String rename = command(name, all);
        FailureException.Builder failure = FailureException.of(
                FailureException.Kind.DECLINED,
                UNDECIDED,
                "a rename, or a drop and an add? Nobody is there to say; nothing was written");
        doubts.forEach(failure::note);
        return failure.help("if it was renamed: " + rename)
                .help("if the old data may go: " + command(name, requests) + " "
                        + SharedParameters.ACCEPT_DATA_LOSS.name())
                .next(rename)
                .build();
    }

    /** What was decided already is said again: consent to data loss takes all that is not for a drop. */
    static String command(String name, List<String> renames) {
        StringBuilder command = new StringBuilder("flash migrate \"" + name + "\"");
        renames.forEach(rename -> command.append(" --rename ").append(rename));
        return command.toString();
    }
}
