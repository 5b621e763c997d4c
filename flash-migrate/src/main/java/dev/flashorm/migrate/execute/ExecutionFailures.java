package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.ServerError.Category;
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
    private final Direction direction;

    ExecutionFailures(DatabaseUrl url, Migration migration, Direction direction) {
        this.url = url;
        this.migration = migration;
        this.direction = direction;
    }

    /** @param outcome what holds now; only what was seen to hold */
    FailureException statement(ServerError error, Statement statement, int step, int total, String outcome) {
        FailureException.Builder failure;
        if (error.category() == Category.LOCK_TIMEOUT) {
            failure = FailureException.failed("F5315", stepOf(step, total) + " did not get the locks it needs in time")
                    .help("the application holds them; look for long transactions, or run again at a quieter time");
        } else if (error.category() == Category.DISK_FULL) {
            failure = FailureException.failed("F5317", stepOf(step, total) + " found the disk full")
                    .help("make room, then run again");
        } else if (error.category() == Category.PERMISSION) {
            failure = FailureException.failed("F5318", stepOf(step, total) + " is not permitted to this user")
                    .help("grant the right, or use another user");
        } else {
            failure = FailureException.failed("F5310", stepOf(step, total) + " failed")
                    .help("correct the statement, then run again");
        }
        return failure.at(place(statement, error))
                .note(url.mask(error.toString()))
                .note(outcome)
                .next(again())
                .build();
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

    FailureException stopped(int done, int total, String outcome) {
        return FailureException.of(Kind.INTERRUPTED, "F5311", "stopped in the migration `" + migration.display() + "`")
                .note(done + " of " + total + " statements had run")
                .note(outcome)
                .next(again())
                .build();
    }

    FailureException unknownStep(Statement statement, int step, int total, String found) {
        return FailureException.failed(
                        "F5313",
                        "an earlier run was stopped in " + stepOf(step, total)
                                + ", and it is not clear how far it came")
                .at(statement.span())
                .note(found)
                .note(done(step - 1, total))
                .help(
                        "look at the objects it names; bring them to the state before this step, or to the state after it,"
                                + " then say which")
                .help("if it is done: flash migrate resolve --step-done " + migration.id())
                .next("flash migrate resolve --step-not-done " + migration.id())
                .build();
    }

    FailureException editedSteps(int done, int total) {
        return FailureException.failed(
                        "F5316",
                        "the first " + done + " statements of `" + file() + "` are done and were changed since")
                .note(done(done, total))
                .help("bring them back as they were; what is not done yet may be changed")
                .next("flash migrate status")
                .build();
    }

    FailureException lost(ConnectionLostException lost, int total, String outcome) {
        FailureException.Builder failure = FailureException.failed(
                "F5314",
                "the connection broke in "
                        + (lost.statement == null
                                ? "the migration `" + migration.display() + "`"
                                : stepOf(lost.step, total)));
        if (lost.statement != null) {
            failure.at(lost.statement.span());
        }
        return failure.note(url.mask(lost.error.toString()))
                .note(outcome)
                .next(again())
                .build();
    }

    /** An error of our own statements around the migration's. */
    FailureException bookkeeping(ServerError error, String outcome, SQLException cause) {
        FailureException.Builder failure = error.category() == Category.PERMISSION
                ? FailureException.failed("F5318", "this user may not keep the history of migrations")
                        .help("grant the right to create and write tables named _flash_…")
                : FailureException.failed("F5319", "the history of migrations could not be written");
        return failure.note(url.mask(error.toString()))
                .note(outcome)
                .cause(cause)
                .next(again())
                .build();
    }

    String done(int done, int total) {
        return done == 0
                ? "no statement of this migration is done"
                : "statements 1 to " + done + " of " + total + " are done and stay";
    }

    private String stepOf(int step, int total) {
        return "statement " + step + " of " + total + " of the migration `" + migration.name() + "`";
    }

    private String file() {
        return migration.display() + (direction == Direction.UP ? "/up.sql" : "/down.sql");
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
