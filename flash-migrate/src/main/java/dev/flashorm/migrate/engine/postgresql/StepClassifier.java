package dev.flashorm.migrate.engine.postgresql;

import dev.flashorm.migrate.engine.StepKind;
import dev.flashorm.migrate.sql.Lexicon;
import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.migrate.sql.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which statements PostgreSQL refuses in a transaction block, by the manual's page of each command. */
final class StepClassifier {
    private final List<Statement> statements;
    private final Lexicon lexicon;

    StepClassifier(List<Statement> statements, Lexicon lexicon) {
        this.statements = statements;
        this.lexicon = lexicon;
    }

    List<StepKind> classify() {
        StepKind[] kinds = new StepKind[statements.size()];
        boolean leading = true;
        for (int i = 0; i < kinds.length; i++) {
            Statement statement = statements.get(i);
            kinds[i] = statement.alone() ? StepKind.ALONE : classify(statement, leading, i);
            leading &= kinds[i] == StepKind.SESSION || kinds[i] == StepKind.SKIPPED;
        }
        return new ArrayList<>(Arrays.asList(kinds));
    }

    private StepKind classify(Statement statement, boolean leading, int index) {
        if (statement.startsWith("BEGIN") || statement.startsWith("START", "TRANSACTION")) {
            return leading ? StepKind.SKIPPED : StepKind.REFUSED;
        }
        if (statement.startsWith("COMMIT", "PREPARED") || statement.startsWith("ROLLBACK", "PREPARED")) {
            return StepKind.ALONE;
        }
        if (statement.startsWith("COMMIT") || statement.startsWith("END")) {
            return index == statements.size() - 1 ? StepKind.SKIPPED : StepKind.REFUSED;
        }
        if (statement.startsWith("ROLLBACK", "TO")) {
            return StepKind.TRANSACTIONAL;
        }
        if (statement.startsWith("ROLLBACK") || statement.startsWith("ABORT") || isCopyFromClient(statement)) {
            return StepKind.REFUSED;
        }
        if ((statement.startsWith("SET") && !statement.startsWith("SET", "LOCAL")) || isSetConfig(statement)) {
            return StepKind.SESSION;
        }
        return isOutside(statement) || isUsedEnumValue(statement, index) ? StepKind.ALONE : StepKind.TRANSACTIONAL;
    }

    private static boolean isOutside(Statement statement) {
        return statement.startsWith("VACUUM")
                || statement.startsWith("CREATE", "DATABASE")
                || statement.startsWith("DROP", "DATABASE")
                || statement.startsWith("CREATE", "TABLESPACE")
                || statement.startsWith("DROP", "TABLESPACE")
                || statement.startsWith("ALTER", "SYSTEM")
                || statement.startsWith("CREATE", "SUBSCRIPTION")
                || statement.startsWith("DROP", "SUBSCRIPTION")
                || statement.startsWith("DISCARD", "ALL")
                || statement.startsWith("CREATE", "INDEX", "CONCURRENTLY")
                || statement.startsWith("CREATE", "UNIQUE", "INDEX", "CONCURRENTLY")
                || statement.startsWith("DROP", "INDEX", "CONCURRENTLY")
                || (statement.startsWith("REINDEX") && statement.head().stream().anyMatch(it -> it.is("CONCURRENTLY")))
                || statement.startsWith("REINDEX", "DATABASE")
                || statement.startsWith("REINDEX", "SYSTEM")
                || (statement.startsWith("CLUSTER") && statement.head().size() == 1);
    }

    /** A new value of an enum can't be used before the transaction that added it has committed. */
    private boolean isUsedEnumValue(Statement statement, int index) {
        if (!statement.startsWith("ALTER", "TYPE")) {
            return false;
        }
        List<Token> tokens = SqlFile.tokens(statement, lexicon);
        for (int i = 2; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("ADD") && tokens.get(i + 1).is("VALUE")) {
                String value = tokens.stream()
                        .skip(i + 2L)
                        .filter(token -> token.kind() == Token.Kind.STRING)
                        .map(Token::text)
                        .findFirst()
                        .orElse("");
                return statements.subList(index + 1, statements.size()).stream()
                        .anyMatch(later ->
                                !value.isEmpty() && later.text().contains(value) && !later.startsWith("ALTER", "TYPE"));
            }
        }
        return false;
    }

    private static boolean isSetConfig(Statement statement) {
        return statement.startsWith("SELECT") && statement.head().stream().anyMatch(token -> token.is("set_config"));
    }

    private boolean isCopyFromClient(Statement statement) {
        if (!statement.startsWith("COPY")) {
            return false;
        }
        List<Token> tokens = SqlFile.tokens(statement, lexicon);
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("FROM") && tokens.get(i + 1).is("STDIN")) {
                return true;
            }
        }
        return false;
    }
}
