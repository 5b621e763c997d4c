package dev.flashorm.migrate.engine.sqlite;

import dev.flashorm.migrate.engine.StepKind;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.migrate.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything in SQLite is transactional but VACUUM, ATTACH and DETACH, and but pragmas that count outside of a
 * transaction only: `foreign_keys` does nothing inside of one, wherever in the file it stands.
 */
final class StepClassifier {
    private static final Set<String> OUTSIDE =
            Set.of("foreign_keys", "journal_mode", "synchronous", "page_size", "auto_vacuum", "encoding");

    private StepClassifier() {}

    static List<StepKind> classify(List<Statement> statements) {
        List<StepKind> kinds = new ArrayList<>(statements.size());
        boolean leading = true;
        for (int i = 0; i < statements.size(); i++) {
            StepKind kind = classify(statements.get(i), leading, i == statements.size() - 1);
            leading &= kind == StepKind.BEFORE || kind == StepKind.SKIPPED;
            kinds.add(kind);
        }
        return kinds;
    }

    private static StepKind classify(Statement statement, boolean leading, boolean last) {
        if (statement.startsWith("PRAGMA") && statement.head().size() > 1) {
            return pragma(statement, leading);
        }
        if (statement.startsWith("VACUUM") || statement.startsWith("ATTACH") || statement.startsWith("DETACH")) {
            return StepKind.ALONE;
        }
        if (statement.startsWith("BEGIN")) {
            return leading ? StepKind.SKIPPED : StepKind.REFUSED;
        }
        if (statement.startsWith("COMMIT") || statement.startsWith("END")) {
            return last ? StepKind.SKIPPED : StepKind.REFUSED;
        }
        return statement.startsWith("ROLLBACK") ? StepKind.REFUSED : StepKind.TRANSACTIONAL;
    }

    private static StepKind pragma(Statement statement, boolean leading) {
        List<Token> head = statement.head();
        String name = head.get(1).name().toLowerCase(Locale.ROOT);
        if (!OUTSIDE.contains(name)) {
            return StepKind.TRANSACTIONAL;
        }
        boolean off = name.equals("foreign_keys") && head.stream().skip(2).anyMatch(StepClassifier::isOff);
        return leading || off ? StepKind.BEFORE : StepKind.AFTER;
    }

    private static boolean isOff(Token value) {
        return value.is("OFF") || value.is("0") || value.is("FALSE") || value.is("NO");
    }
}
