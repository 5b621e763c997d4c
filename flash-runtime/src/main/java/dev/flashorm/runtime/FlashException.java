package dev.flashorm.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What any call of the generated code throws when it fails. The cause is the driver's exception where there is one; the
 * driver's text may quote values, the messages of the violations do not. None has a password in it.
 */
public abstract class FlashException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    FlashException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** One code for each class, which never changes its meaning: F8xxx. */
    public final String code() {
        return code;
    }
}
