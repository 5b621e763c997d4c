package dev.flashorm.schema.provider;

import dev.flashorm.schema.model.FieldType;
import java.util.List;

/**
 * A native type that `@db.` may name.
 *
 * @param name as written after `@db.`
 * @param scalars the schema types it can store
 * @param arguments what may stand in parentheses, in order
 */
public record NativeTypeDefinition(String name, List<FieldType.Scalar> scalars, List<Argument> arguments) {
    public NativeTypeDefinition {
        scalars = List.copyOf(scalars);
        arguments = List.copyOf(arguments);
    }

    /** An integer argument with its inclusive range. */
    public record Argument(String name, boolean required, long min, long max) {}
}
