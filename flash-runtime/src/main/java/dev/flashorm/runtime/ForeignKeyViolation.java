package dev.flashorm.runtime;

import org.jspecify.annotations.Nullable;

/** A record refers to one that does not exist, or one that others refer to was to be deleted or changed. */
public final class ForeignKeyViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    /** @param cause null where the client found it, not the database */
    public ForeignKeyViolation(ConstraintPlace place, @Nullable Throwable cause) {
        super(
                "F8003",
                "A relation would point at nothing" + place.on(": ") + place.constraintText() + ".",
                place,
                cause);
    }
}
