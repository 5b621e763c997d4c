package dev.flashorm.migrate.engine.mysql;

import dev.flashorm.migrate.engine.StepKind;
import dev.flashorm.migrate.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * MySQL commits before and after every DDL statement (manual 15.3.3): only what changes rows shares a transaction with
 * the history.
 */
final class StepClassifier {
    private StepClassifier() {}

    static List<StepKind> classify(List<Statement> statements) {
        List<StepKind> kinds = new ArrayList<>(statements.size());
        boolean leading = true;
        for (int i = 0; i < statements.size(); i++) {
            StepKind kind = classify(statements.get(i), leading, i == statements.size() - 1);
            leading &= kind == StepKind.SESSION || kind == StepKind.SKIPPED;
            kinds.add(kind);
        }
        return kinds;
    }

    private static StepKind classify(Statement statement, boolean leading, boolean last) {
        if (statement.startsWith("BEGIN", "NOT")) {
            return StepKind.ALONE;
        }
        if (statement.startsWith("BEGIN") || statement.startsWith("START", "TRANSACTION")) {
            return leading ? StepKind.SKIPPED : StepKind.REFUSED;
        }
        if (statement.startsWith("COMMIT")) {
            return last ? StepKind.SKIPPED : StepKind.REFUSED;
        }
        if (statement.startsWith("ROLLBACK") && !statement.startsWith("ROLLBACK", "TO")) {
            return StepKind.REFUSED;
        }
        if (isSession(statement)) {
            return StepKind.SESSION;
        }
        return isRows(statement) && !statement.alone() ? StepKind.TRANSACTIONAL : StepKind.ALONE;
    }

    private static boolean isSession(Statement statement) {
        if (statement.startsWith("USE")) {
            return true;
        }
        return statement.startsWith("SET")
                && !statement.startsWith("SET", "GLOBAL")
                && !statement.startsWith("SET", "PERSIST")
                && !statement.startsWith("SET", "PASSWORD")
                && statement.head().stream().noneMatch(token -> token.is("autocommit"));
    }

    private static boolean isRows(Statement statement) {
        return statement.startsWith("INSERT")
                || statement.startsWith("UPDATE")
                || statement.startsWith("DELETE")
                || statement.startsWith("REPLACE")
                || statement.startsWith("WITH")
                || statement.startsWith("SELECT")
                || statement.startsWith("DO")
                || statement.startsWith("SAVEPOINT")
                || statement.startsWith("RELEASE", "SAVEPOINT")
                || statement.startsWith("ROLLBACK", "TO");
    }
}
