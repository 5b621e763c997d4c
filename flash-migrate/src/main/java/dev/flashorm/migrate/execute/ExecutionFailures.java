package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import dev.flashorm.schema.source.Span;
import java.sql.SQLException;
import java.util.List;

/** What stops a migration, for people: where, how far, what stays, what to type next. */
final class ExecutionFailures {
    private final DatabaseUrl url;
    private final Migration migration;
    private final StepPlan plan;
    private final Direction direction;

    ExecutionFailures(DatabaseUrl url, Migration migration, StepPlan plan, Direction direction) {
        this.url = url;
        this.migration = migration;
        this.plan = plan;
        this.direction = direction;
    }

    /** @param outcome what holds now; only what was seen to hold */
    FailureException statement(ServerError error, int index, String outcome) {
        return failed(error, Progress.in(index), "failed", "F5310")
                .at(place(plan.statement(index), error))
                .note(url.mask(error.toString()))
                .note(outcome)
                .next(again())
                .build();
    }

    /** An error of our own statements around the migration's. */
    FailureException bookkeeping(ServerError error, Progress progress, String outcome, SQLException cause) {
        return failed(error, progress, "the history of migrations could not be written", "F5319")
                .at(place(progress))
                .note(url.mask(error.toString()))
                .note(outcome)
                .cause(cause)
                .next(again())
                .build();
    }

    private FailureException.Builder failed(ServerError error, Progress progress, String what, String code) {
        String where = where(progress);
        return switch (error.category()) {
            case LOCK_TIMEOUT ->
                FailureException.failed("F5315", where + " did not get the locks it needs in time")
                        .help("the application holds them; look for long transactions, or run again at a quieter time");
            case DISK_FULL ->
                FailureException.failed("F5317", where + " found the disk full").help("make room, then run again");
            case PERMISSION ->
                FailureException.failed("F5318", where + " is not permitted to this user")
                        .help("grant the right, or use another user");
            default ->
                progress.moment() == Progress.Moment.IN
                        ? FailureException.failed(code, where + " " + what)
                                .help("correct the statement, then run again")
                        : FailureException.failed(code, what + " " + where);
        };
    }

    FailureException integrity(String message, List<String> rows, String outcome) {
        FailureException.Builder failure = FailureException.failed(
                "F5312", "the migration `" + migration.display() + "` would leave the database broken: " + message);
        rows.forEach(failure::note);
        return failure.note(outcome)
                .help("correct this, or the migration")
                .next(again())
                .build();
    }

    FailureException stopped(int done, String outcome) {
        return FailureException.of(Kind.INTERRUPTED, "F5311", "stopped in the migration `" + migration.display() + "`")
                .at(place(Progress.before(done)))
                .note(done + " of " + plan.size() + " statements had run")
                .note(outcome)
                .next(again())
                .build();
    }

    FailureException unknownStep(int index, String found) {
        return FailureException.failed(
                        "F5313",
                        "an earlier run was stopped " + where(Progress.in(index), "in ")
                                + ", and it is not clear how far it came")
                .at(place(Progress.in(index)))
                .note(found)
                .note(done(index))
                .help(
                        "look at the objects it names; bring them to the state before this step, or to the state after it,"
                                + " then say which")
                .help("if it is done: flash migrate resolve --step-done " + migration.id())
                .next("flash migrate resolve --step-not-done " + migration.id())
                .build();
    }

    FailureException editedSteps(int done) {
        return FailureException.failed(
                        "F5316",
                        "the first " + done + " statements of `" + file() + "` are done and were changed since")
                .at(place(Progress.before(0)))
                .note(done(done))
                .help("bring them back as they were; what is not done yet may be changed")
                .next("flash migrate status")
                .build();
    }

    FailureException lost(ConnectionLostException lost, String outcome) {
        return FailureException.failed("F5314", "the connection broke " + where(lost.progress, "in "))
                .at(place(lost.progress))
                .note(url.mask(lost.error.toString()))
                .note(outcome)
                .next(again())
                .build();
    }

    String done(int done) {
        return done == 0
                ? "no statement of this migration is done"
                : "statements 1 to " + done + " of " + plan.size() + " are done and stay";
    }

    private String where(Progress progress) {
        return where(progress, "");
    }

    /** @param in what is said of being in a statement */
    private String where(Progress progress, String in) {
        String of = "the migration `" + migration.name() + "`";
        if (plan.size() == 0) {
            return in + of + ", which has no statements";
        }
        String relation = switch (progress.moment()) {
            case BEFORE -> "before ";
            case IN -> in;
            case AFTER -> "after ";
        };
        return relation + "statement " + (progress.index() + 1) + " of " + plan.size() + " of " + of;
    }

    private Span place(Progress progress) {
        return plan.size() == 0
                ? plan.file().file().span(0, 0)
                : plan.statement(Math.min(progress.index(), plan.size() - 1)).span();
    }

    private String file() {
        return migration.display() + "/" + (direction == Direction.UP ? migration.upFile() : migration.downFile());
    }

    private String again() {
        return direction == Direction.UP ? "flash migrate up" : "flash migrate down";
    }

    /** Where the server puts the error, or else the statement. */
    private static Span place(Statement statement, ServerError error) {
        Span span = statement.span();
        String text = span.file().text();
        int offset = span.start();
        for (int i = 1; i < error.position() && offset < span.end(); i++) {
            offset += Character.charCount(text.codePointAt(offset));
        }
        if (error.position() == 0 || offset >= span.end()) {
            return span;
        }
        int end = offset + 1;
        while (end < span.end() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return span.file().span(offset, end);
    }
}
