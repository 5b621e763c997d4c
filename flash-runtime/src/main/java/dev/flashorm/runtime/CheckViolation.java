package dev.flashorm.runtime;

/** A value does not satisfy a check of the database. */
public final class CheckViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    public CheckViolation(ConstraintPlace place, Throwable cause) {
        super(
                "F8005",
                "A check of the database refused the values" + place.on(" of ") + place.constraintText() + ".",
                place,
                cause);
    }
}
