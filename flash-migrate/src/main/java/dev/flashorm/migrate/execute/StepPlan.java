package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.StepKind;
import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** A file of SQL with the way in which each statement has to be run. */
record StepPlan(SqlFile file, List<StepKind> kinds) {
    /** @throws FailureException F5301, F5302 or F5303 before anything has run */
    static StepPlan of(DatabaseEngine engine, SourceFile source) {
        SqlFile file = SqlFile.parse(source, engine.lexicon());
        file.statements().forEach(StepPlan::refuseClientCommand);
        List<StepKind> kinds = engine.steps(file);
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) == StepKind.REFUSED) {
                throw FailureException.failed("F5302", "a migration cannot contain this statement")
                        .at(file.statements().get(i).span())
                        .note("nothing was executed")
                        .help(
                                "remove it: transactions are Flash's, and data is written by INSERT, not by COPY FROM STDIN")
                        .build();
            }
        }
        return new StepPlan(file, kinds);
    }

    /** `\\connect`, `\\restrict`: psql reads such a line itself, and no SQL begins with a backslash. */
    private static void refuseClientCommand(Statement statement) {
        if (statement.text().startsWith("\\")) {
            String text = statement.text();
            int end = 1;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            String command = text.substring(0, end);
            throw FailureException.failed("F5303", "`" + command + "` is a command of psql, not SQL")
                    .at(statement.span())
                    .note("nothing was executed")
                    .help("remove the line; what it does has to be said in SQL")
                    .build();
        }
    }

    List<Statement> statements() {
        return file.statements();
    }

    int size() {
        return kinds.size();
    }

    Statement statement(int index) {
        return file.statements().get(index);
    }

    /** Whether all of it fits into one transaction. */
    boolean isWhole() {
        return !kinds.contains(StepKind.ALONE);
    }

    List<Statement> all(StepKind kind) {
        List<Statement> found = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) == kind) {
                found.add(statement(i));
            }
        }
        return found;
    }

    /** Whether the statement runs where it stands. */
    boolean runsInPlace(int index) {
        return switch (kinds.get(index)) {
            case TRANSACTIONAL, ALONE, SESSION -> true;
            case BEFORE, AFTER, SKIPPED, REFUSED -> false;
        };
    }

    /** The index behind the statements that share a transaction with this one. */
    int groupEnd(int index) {
        int end = index;
        while (end < size() && kinds.get(end) != StepKind.ALONE) {
            end++;
        }
        return end;
    }
}
