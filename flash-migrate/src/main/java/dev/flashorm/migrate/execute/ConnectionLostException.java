package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.engine.ServerError;

/** The connection broke while a migration ran: what became of the statement, or of COMMIT, isn't known here. */
final class ConnectionLostException extends Exception {
    private static final long serialVersionUID = 1L;

    final transient ServerError error;
    final transient Progress progress;

    ConnectionLostException(ServerError error, Progress progress, Throwable cause) {
        super(error.text(), cause);
        this.error = error;
        this.progress = progress;
    }
}
