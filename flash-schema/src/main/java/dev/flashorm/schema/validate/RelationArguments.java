package dev.flashorm.schema.validate;

import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Attribute;
import java.util.List;
import java.util.Optional;

/**
 * What `@relation(…)` says.
 *
 * @param fields absent when not written; empty also where they were wrong, which has been reported
 * @param references the same
 */
record RelationArguments(
        Optional<Attribute> attribute,
        Optional<String> name,
        Optional<List<ResolvedField>> fields,
        Optional<List<ResolvedField>> references,
        Optional<Action> onDelete,
        Optional<Action> onUpdate,
        Optional<String> map) {
    static final RelationArguments NONE = new RelationArguments(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** A referential action where it stands. */
    record Action(ReferentialAction action, Span span) {}

    boolean hasFields() {
        return fields.isPresent() && !fields.get().isEmpty();
    }

    boolean hasReferences() {
        return references.isPresent() && !references.get().isEmpty();
    }

    boolean hasActions() {
        return onDelete.isPresent() || onUpdate.isPresent();
    }

    /** The argument of this name with its value, if it is there. */
    Optional<Span> argument(String argumentName) {
        return attribute
                .flatMap(written -> written.arguments().named(argumentName))
                .map(argument -> argument.span());
    }
}
