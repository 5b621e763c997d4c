package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.Span;
import java.util.List;
import java.util.Optional;

/** A line of an enum. */
public record EnumValueDeclaration(
        Identifier name, List<Attribute> attributes, Optional<String> documentation, Span span) {
    public EnumValueDeclaration {
        attributes = List.copyOf(attributes);
    }

    /** The first attribute of this name. */
    public Optional<Attribute> attribute(String attributeName) {
        return Declaration.find(attributes, attributeName);
    }
}
