package dev.flashorm.runtime;

import org.jspecify.annotations.Nullable;

/** Something took longer than it may: a statement, a lock, a transaction, or the wait for a free connection. */
public final class Timeout extends FlashException {
    private static final long serialVersionUID = 1L;

    public Timeout(String message, @Nullable Throwable cause) {
        super("F8011", message, cause);
    }
}
