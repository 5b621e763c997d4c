package dev.flashorm.migrate.engine.postgresql;

import dev.flashorm.migrate.sql.BodyWatcher;
import dev.flashorm.migrate.sql.Token;

/** `CREATE FUNCTION … BEGIN ATOMIC …; END` (PostgreSQL 14 and newer): counts BEGIN and CASE against END. */
final class RoutineBody implements BodyWatcher {
    private int seen;
    private boolean created;
    private boolean routine;
    private boolean begin;
    private int depth;

    @Override
    public void token(Token token) {
        seen++;
        if (!routine) {
            if (seen == 1) {
                created = token.is("CREATE");
            } else if (created && seen <= 4) {
                routine = token.is("FUNCTION") || token.is("PROCEDURE");
            }
        } else if (depth == 0) {
            if (begin && token.is("ATOMIC")) {
                depth = 1;
            }
            begin = token.is("BEGIN");
        } else if (token.is("CASE") || token.is("BEGIN")) {
            depth++;
        } else if (token.is("END")) {
            depth--;
        }
    }

    @Override
    public boolean inBody() {
        return depth > 0;
    }
}
