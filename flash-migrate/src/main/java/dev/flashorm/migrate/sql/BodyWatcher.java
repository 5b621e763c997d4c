package dev.flashorm.migrate.sql;

/**
 * Sees the tokens of one statement and knows when a terminator belongs to a routine's or trigger's body. Not shared
 * between statements.
 */
public interface BodyWatcher {
    /** A token of the statement, never a comment, never the terminator that ends it. */
    void token(Token token);

    /** Whether a terminator that comes now is a part of the statement. */
    boolean inBody();

    /** For a database whose statements have no bodies. */
    static BodyWatcher none() {
        return new BodyWatcher() {
            @Override
            public void token(Token token) {}

            @Override
            public boolean inBody() {
                return false;
            }
        };
    }
}
