package dev.flashorm.runtime.error;

import dev.flashorm.runtime.ConstraintPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of the schema file for the database's tables, columns and constraints. Generated code builds it once, so
 * that an error names {@code User.email} and not {@code users_email_key}.
 */
public final class ModelNames {
    /** Knows no model: errors then speak in the database's names. */
    public static final ModelNames NONE = builder().build();

    private final Map<String, String> models;
    private final Map<Column, String> fields;
    private final Map<Column, List<String>> constraints;
    private final Map<String, Constraint> constraintsByName;

    private ModelNames(Builder builder) {
        models = Map.copyOf(builder.models);
        fields = Map.copyOf(builder.fields);
        constraints = Map.copyOf(builder.constraints);
        constraintsByName = Map.copyOf(builder.unambiguous());
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Says where a constraint sits, from whatever the database told.
     *
     * @param table null where the database does not tell
     * @param columns used if the constraint itself is not known
     */
    public ConstraintPlace place(@Nullable String table, @Nullable String constraint, List<String> columns) {
        if (constraint != null) {
            Constraint known = find(table, constraint);
            if (known != null) {
                return new ConstraintPlace(model(known.table), known.fields, constraint);
            }
        }
        List<String> names = new ArrayList<>(columns.size());
        for (String column : columns) {
            names.add(table == null ? column : fields.getOrDefault(new Column(table, column), column));
        }
        return new ConstraintPlace(table == null ? null : model(table), names, constraint);
    }

    private @Nullable Constraint find(@Nullable String table, String constraint) {
        if (table != null) {
            List<String> found = constraints.get(new Column(table, constraint));
            if (found != null) {
                return new Constraint(table, found);
            }
        }
        return constraintsByName.get(constraint);
    }

    private String model(String table) {
        return models.getOrDefault(table, table);
    }

    private record Column(String table, String name) {}

    private record Constraint(String table, List<String> fields) {}

    /** Collects the names; generated. */
    public static final class Builder {
        private final Map<String, String> models = new HashMap<>();
        private final Map<Column, String> fields = new HashMap<>();
        private final Map<Column, List<String>> constraints = new HashMap<>();

        private Builder() {}

        public Builder table(String table, String model) {
            models.put(table, model);
            return this;
        }

        /** Needed only where the two names differ. */
        public Builder column(String table, String column, String field) {
            fields.put(new Column(table, column), field);
            return this;
        }

        /**
         * A primary key, unique, foreign key or check.
         *
         * @param name in the database; a primary key of MySQL is called {@code PRIMARY}
         */
        public Builder constraint(String table, String name, String... constraintFields) {
            constraints.put(new Column(table, name), List.of(constraintFields));
            return this;
        }

        public ModelNames build() {
            return new ModelNames(this);
        }

        /** The constraints whose name only one table has: some errors of MySQL and MariaDB leave the table out. */
        private Map<String, Constraint> unambiguous() {
            Map<String, Constraint> byName = new HashMap<>();
            Map<String, Integer> count = new HashMap<>();
            constraints.forEach((key, value) -> {
                byName.put(key.name(), new Constraint(key.table(), value));
                count.merge(key.name(), 1, Integer::sum);
            });
            byName.keySet().removeIf(name -> count.getOrDefault(name, 0) > 1);
            return byName;
        }
    }
}
