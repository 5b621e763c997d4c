package dev.flashorm.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a constraint sits, in the words of the schema file as far as they are known.
 *
 * @param model the model, or the table's name if it belongs to no model
 * @param fields in the constraint's order, or empty
 * @param constraint its name in the database
 */
public record ConstraintPlace(
        @Nullable String model,
        List<String> fields,
        @Nullable String constraint) {
    public ConstraintPlace {
        fields = List.copyOf(fields);
    }

    /** Such as {@code User.email} or {@code Membership.(userId, teamId)}; empty if nothing is known. */
    String fieldsText() {
        String names = fields.size() == 1 ? fields.get(0) : "(" + String.join(", ", fields) + ")";
        if (fields.isEmpty()) {
            return model == null ? "" : model;
        }
        return model == null ? names : model + "." + names;
    }

    /** {@code prefix + fields}, or nothing. */
    String on(String prefix) {
        String text = fieldsText();
        return text.isEmpty() ? "" : prefix + text;
    }

    /** {@code " (constraint x)"}, or nothing. */
    String constraintText() {
        return constraint == null ? "" : " (constraint " + constraint + ")";
    }
}
