package dev.flashorm.migrate.engine.mysql;

import dev.flashorm.migrate.sql.BodyWatcher;
import dev.flashorm.migrate.sql.Token;

/**
 * Compound statements of triggers, procedures, functions and events (MySQL 15.6): what opens is counted against END, so
 * that a file needs no DELIMITER. An `IF`, `LOOP`, `REPEAT` or `WHILE` opens only where a statement begins: `IF(a, b,
 * c)` and `IF NOT EXISTS` are something else.
 */
final class RoutineBody implements BodyWatcher {
    private int seen;
    private boolean created;
    private boolean routine;
    private int depth;
    private boolean atStatement;
    private boolean afterEnd;
    private boolean afterHeaderIf;

    @Override
    public void token(Token token) {
        seen++;
        if (!routine) {
            header(token);
        } else {
            body(token);
        }
    }

    private void header(Token token) {
        if (seen == 1) {
            created = token.is("CREATE");
            afterHeaderIf = token.is("BEGIN");
        } else if (seen == 2 && afterHeaderIf && token.is("NOT")) {
            // MariaDB: BEGIN NOT ATOMIC … END without a routine around it.
            routine = true;
            depth = 1;
        } else if (created) {
            routine = token.is("TRIGGER") || token.is("PROCEDURE") || token.is("FUNCTION") || token.is("EVENT");
        }
        if (routine) {
            afterHeaderIf = false;
        }
    }

    private void body(Token token) {
        if (afterHeaderIf) {
            afterHeaderIf = false;
            if (!token.is("NOT") && !token.is("EXISTS")) {
                depth++;
            }
        }
        boolean closing = afterEnd;
        afterEnd = false;
        if (token.is("END")) {
            depth = Math.max(0, depth - 1);
            afterEnd = true;
        } else if (closing && isCompound(token)) {
            // END IF, END CASE, …: counted at END.
            atStatement = false;
            return;
        } else if (token.is("BEGIN") || token.is("CASE")) {
            depth++;
        } else if (token.is("IF") && depth == 0) {
            afterHeaderIf = true;
        } else if ((isLoop(token) && (depth == 0 || atStatement)) || (token.is("IF") && atStatement)) {
            depth++;
        }
        atStatement = token.is(';')
                || token.is(':')
                || token.is("BEGIN")
                || token.is("THEN")
                || token.is("ELSE")
                || token.is("DO")
                || token.is("LOOP")
                || token.is("REPEAT");
    }

    private static boolean isLoop(Token token) {
        return token.is("LOOP") || token.is("REPEAT") || token.is("WHILE");
    }

    private static boolean isCompound(Token token) {
        return token.is("IF") || token.is("CASE") || isLoop(token);
    }

    @Override
    public boolean inBody() {
        return depth > 0;
    }
}
