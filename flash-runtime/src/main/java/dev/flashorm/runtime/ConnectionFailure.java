package dev.flashorm.runtime;

import org.jspecify.annotations.Nullable;

/** The database cannot be reached, refuses the log-in, or the connection broke. */
public final class ConnectionFailure extends FlashException {
    private static final long serialVersionUID = 1L;

    public ConnectionFailure(String message, @Nullable Throwable cause) {
        super("F8012", message, cause);
    }
}
