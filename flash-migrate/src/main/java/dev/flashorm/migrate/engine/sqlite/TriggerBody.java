package dev.flashorm.migrate.engine.sqlite;

import dev.flashorm.migrate.sql.BodyWatcher;
import dev.flashorm.migrate.sql.Token;

/** A trigger ends at `; END ;`, as `sqlite3_complete()` has it. */
final class TriggerBody implements BodyWatcher {
    private enum State {
        START,
        CREATE,
        BODY,
        TERMINATED,
        END,
        PLAIN
    }

    private State state = State.START;

    @Override
    public void token(Token token) {
        state = switch (state) {
            case START -> token.is("CREATE") ? State.CREATE : token.is("EXPLAIN") ? State.START : State.PLAIN;
            case CREATE ->
                token.is("TRIGGER")
                        ? State.BODY
                        : token.is("TEMP") || token.is("TEMPORARY") ? State.CREATE : State.PLAIN;
            case BODY, END -> token.is(';') ? State.TERMINATED : State.BODY;
            case TERMINATED -> token.is("END") ? State.END : token.is(';') ? State.TERMINATED : State.BODY;
            case PLAIN -> State.PLAIN;
        };
    }

    @Override
    public boolean inBody() {
        return state == State.BODY || state == State.TERMINATED;
    }
}
