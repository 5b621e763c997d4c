package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An `enum` block. */
public final class EnumType implements FieldType {
    private final String name;
    private final String databaseName;
    private final Optional<String> schemaName;
    private final List<Value> values;
    private final Map<String, Value> valuesByName = new HashMap<>();
    private final Optional<String> documentation;
    private final Span span;

    public EnumType(
            String name,
            String databaseName,
            Optional<String> schemaName,
            List<Value> values,
            Optional<String> documentation,
            Span span) {
        this.name = name;
        this.databaseName = databaseName;
        this.schemaName = schemaName;
        this.values = List.copyOf(values);
        for (Value value : values) {
            valuesByName.putIfAbsent(value.name(), value);
        }
        this.documentation = documentation;
        this.span = span;
    }

    /**
     * One value.
     *
     * @param databaseName `@map`, else the name
     * @param renamedFrom `@renamedFrom`: the name it had in the state before
     */
    public record Value(
            String name,
            String databaseName,
            Optional<String> documentation,
            Optional<String> renamedFrom,
            Span span) {}

    public String name() {
        return name;
    }

    @Override
    public String typeName() {
        return name;
    }

    /** The database's type: `@@map`, else the name. */
    public String databaseName() {
        return databaseName;
    }

    /** `@@schema`. */
    public Optional<String> schemaName() {
        return schemaName;
    }

    public List<Value> values() {
        return values;
    }

    public Optional<Value> value(String valueName) {
        return Optional.ofNullable(valuesByName.get(valueName));
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
        return "enum " + name;
    }
}
