package dev.flashorm.runtime;

/** A required field was given no value. */
public final class NotNullViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    public NotNullViolation(ConstraintPlace place, Throwable cause) {
        super("F8004", "A required field has no value" + place.on(": ") + ".", place, cause);
    }
}
