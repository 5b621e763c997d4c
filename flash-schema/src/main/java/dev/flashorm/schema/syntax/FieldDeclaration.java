package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A line of a model, view or composite type.
 *
 * @param type empty where it was forgotten, which is an error
 * @param isIncomplete the line has a syntax error, already told: attributes may be missing
 * @param span from the name to the last attribute
 */
public record FieldDeclaration(
        Identifier name,
        Optional<TypeReference> type,
        List<Attribute> attributes,
        Optional<String> documentation,
        boolean isIncomplete,
        Span span) {
    public FieldDeclaration {
        attributes = List.copyOf(attributes);
    }

    /** The first attribute of this name. */
    public Optional<Attribute> attribute(String attributeName) {
        return Declaration.find(attributes, attributeName);
    }
}
