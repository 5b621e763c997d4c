package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;
import java.util.List;
import java.util.Optional;

/** A `type` block: a document inside a document (MongoDB). */
public final class CompositeType implements FieldType {
    private final String name;
    private final Optional<String> documentation;
    private final Span span;
    private List<Member> members = List.of();

    public CompositeType(String name, Optional<String> documentation, Span span) {
        this.name = name;
        this.documentation = documentation;
        this.span = span;
    }

    /** One field of a composite type. */
    public record Member(
            String name,
            String databaseName,
            FieldType type,
            Arity arity,
            Optional<NativeType> nativeType,
            Optional<DefaultValue> defaultValue,
            Optional<String> documentation,
            Span span) {}

    /** Called once by the linker: types may contain each other, so their members come after them. */
    public void complete(List<Member> fields) {
        members = List.copyOf(fields);
    }

    public String name() {
        return name;
    }

    @Override
    public String typeName() {
        return name;
    }

    public List<Member> members() {
        return members;
    }

    public Optional<String> documentation() {
        return documentation;
    }

    /** The name in the block's head. */
    public Span span() {
        return span;
    }

    @Override
    public String toString() {
        return "type " + name;
    }
}
