package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;
import java.util.Optional;

/**
 * A column: scalar, enum, composite or unsupported.
 *
 * @param databaseName `@map`, else the name
 * @param updatedAt `@updatedAt`: set by the client at every write
 * @param version `@version`: counted up by the client at every change, which stale ones show by
 * @param generated `@generated`: computed by the database
 * @param renamedFrom `@renamedFrom`: the name this field had in the state before
 */
public record ScalarField(
        String name,
        Model model,
        String databaseName,
        FieldType type,
        Arity arity,
        Optional<NativeType> nativeType,
        Optional<DefaultValue> defaultValue,
        Optional<String> defaultConstraintName,
        boolean updatedAt,
        boolean version,
        Optional<Generated> generated,
        Optional<String> renamedFrom,
        Optional<String> documentation,
        boolean isIgnored,
        Span span)
        implements Field {
    /** `@generated("sql", stored: true)`. */
    public record Generated(String expression, boolean stored) {}

    /** Part of `@id` or `@@id`. */
    public boolean isInPrimaryKey() {
        Optional<Index> key = model.primaryKey();
        return key.isPresent() && key.get().covers(this);
    }

    /** Unique on its own, by `@id`, `@unique` or a `@@id` or `@@unique` of this field alone. */
    public boolean isUnique() {
        for (Index index : model.indexes()) {
            if (index.isUnique() && index.where().isEmpty() && index.fields().size() == 1 && index.covers(this)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return model.name() + "." + name;
    }
}
