package dev.flashorm.runtime;

import org.jspecify.annotations.Nullable;

/** A transaction was used after it had ended, or after one of its statements had failed. */
public final class TransactionUnusable extends FlashException {
    private static final long serialVersionUID = 1L;

    public TransactionUnusable(String message, @Nullable Throwable cause) {
        super("F8013", message, cause);
    }
}
