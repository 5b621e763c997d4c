package dev.flashorm.runtime;

/** A record with the same value of a unique field, or of a unique group of fields, exists already. */
public final class UniqueViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    public UniqueViolation(ConstraintPlace place, Throwable cause) {
        super(
                "F8002",
                "A record with the same value exists already" + place.on(": ") + place.constraintText() + ".",
                place,
                cause);
    }
}
