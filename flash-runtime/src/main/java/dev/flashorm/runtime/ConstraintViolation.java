package dev.flashorm.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database refused a write because of one of its constraints. */
public abstract class ConstraintViolation extends FlashException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String model;
    private final transient List<String> fields;
    private final @Nullable String constraint;

    ConstraintViolation(String code, String message, ConstraintPlace place, @Nullable Throwable cause) {
        super(code, message, cause);
        this.model = place.model();
        this.fields = place.fields();
        this.constraint = place.constraint();
    }

    /** The model, or the table's name if it belongs to no model; null where the database does not tell. */
    public @Nullable String model() {
        return model;
    }

    /** The fields of the constraint in its order; empty where the database does not tell. */
    public List<String> fields() {
        return fields;
    }

    /** The constraint's name in the database; null where it has none or the database does not tell. */
    public @Nullable String constraint() {
        return constraint;
    }
}
