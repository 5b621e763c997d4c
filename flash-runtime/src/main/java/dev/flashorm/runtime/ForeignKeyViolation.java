package dev.flashorm.runtime;

/** A record refers to one that does not exist, or one that others refer to was to be deleted or changed. */
public final class ForeignKeyViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    public ForeignKeyViolation(ConstraintPlace place, Throwable cause) {
        super(
                "F8003",
                "A relation would point at nothing" + place.on(": ") + place.constraintText() + ".",
                place,
                cause);
    }
}
