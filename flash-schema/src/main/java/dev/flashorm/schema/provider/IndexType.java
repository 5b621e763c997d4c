package dev.flashorm.schema.provider;

import dev.flashorm.schema.model.FieldType.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An access method: `type: Gin`.
 *
 * @param name as written in a schema
 * @param traits what it can and cannot do
 * @param nativeTypes the `@db.` types that have an operator class by default
 * @param scalars the types that have one where a field has no `@db.` attribute
 * @param operatorClasses what `ops:` may name
 */
public record IndexType(
        String name,
        Set<Trait> traits,
        Set<String> nativeTypes,
        Set<Scalar> scalars,
        List<OperatorClass> operatorClasses) {
    public IndexType {
        traits = Set.copyOf(traits);
        nativeTypes = Set.copyOf(nativeTypes);
        scalars = Set.copyOf(scalars);
        operatorClasses = List.copyOf(operatorClasses);
    }

    /** A property of an access method. */
    public enum Trait {
        /** Any column has an operator class by default. */
        ANY_TYPE,
        /** Lists have an operator class by default. */
        LISTS,
        /** One column only. */
        SINGLE_COLUMN,
        /** Knows no order, so no `sort:`. */
        UNSORTED
    }

    /** An access method for everything that can be sorted. */
    public static IndexType ofAnyType(String name, Trait... more) {
        Set<Trait> traits = new HashSet<>(Set.of(more));
        traits.add(Trait.ANY_TYPE);
        return new IndexType(name, traits, Set.of(), Set.of(), List.of());
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public Optional<OperatorClass> operatorClass(String operatorClassName) {
        for (OperatorClass candidate : operatorClasses) {
            if (candidate.name().equals(operatorClassName)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
