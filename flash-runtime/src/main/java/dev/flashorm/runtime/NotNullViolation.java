package dev.flashorm.runtime;

import org.jspecify.annotations.Nullable;

/** A required field was given no value. */
public final class NotNullViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    /** @param cause null where the client found it, not the database */
    public NotNullViolation(ConstraintPlace place, @Nullable Throwable cause) {
        super("F8004", "A required field has no value" + place.on(": ") + ".", place, cause);
    }
}
