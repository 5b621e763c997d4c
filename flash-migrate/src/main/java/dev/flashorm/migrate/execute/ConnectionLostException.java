package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The connection broke while a migration ran: what became of the statement, or of COMMIT, isn't known here. */
final class ConnectionLostException extends Exception {
    private static final long serialVersionUID = 1L;

    final transient ServerError error;
    final transient @Nullable Statement statement;
    final int step;

    /** @param statement none when COMMIT or the history was on its way */
    ConnectionLostException(ServerError error, @Nullable Statement statement, int step, Throwable cause) {
        super(error.text(), cause);
        this.error = error;
        this.statement = statement;
        this.step = step;
    }
}
