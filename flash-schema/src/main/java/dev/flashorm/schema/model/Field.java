package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;
import java.util.Optional;

/** A line of a model: a column or one end of a relation. */
public sealed interface Field permits ScalarField, RelationField {
    String name();

    Model model();

    Arity arity();

    Optional<String> documentation();

    /** `@renamedFrom`: the name it had in the state before. */
    Optional<String> renamedFrom();

    /** `@ignore`: left out of the generated code. */
    boolean isIgnored();

    /** The whole definition, from the name to the last attribute. */
    Span span();

    default boolean isList() {
        return arity() == Arity.LIST;
    }

    default boolean isRequired() {
        return arity() == Arity.REQUIRED;
    }

    default boolean isOptional() {
        return arity() == Arity.OPTIONAL;
    }
}
