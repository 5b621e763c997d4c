package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;
import java.util.List;

/**
 * `@db.VarChar(255)`.
 *
 * @param name without the datasource's prefix
 * @param arguments as written, usually numbers
 */
public record NativeType(String name, List<String> arguments, Span span) {
    public NativeType {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
        return arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")";
    }
}
