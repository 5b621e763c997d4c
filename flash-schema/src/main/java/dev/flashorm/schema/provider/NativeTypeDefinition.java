package dev.flashorm.schema.provider;

import dev.flashorm.schema.model.FieldType;
import java.util.List;

/**
 * A native type that `@db.` may name.
 *
 * @param name as written after `@db.`
 * @param scalars the schema types it can store
 * @param arguments what may stand in parentheses, in order; optional ones are given together or not at all
 */
public record NativeTypeDefinition(String name, List<FieldType.Scalar> scalars, List<Argument> arguments) {
    public NativeTypeDefinition {
        scalars = List.copyOf(scalars);
        arguments = List.copyOf(arguments);
    }

    /** A type without arguments. */
    public static NativeTypeDefinition type(String name, FieldType.Scalar... scalars) {
        return new NativeTypeDefinition(name, List.of(scalars), List.of());
    }

    /** The same with arguments. */
    public NativeTypeDefinition with(Argument... allowed) {
        return new NativeTypeDefinition(name, scalars, List.of(allowed));
    }

    public boolean stores(FieldType.Scalar scalar) {
        return scalars.contains(scalar);
    }

    /** How many arguments must be there. */
    public int requiredArguments() {
        return (int) arguments.stream().filter(Argument::required).count();
    }

    /** An integer argument with its inclusive range. */
    public record Argument(String name, boolean required, long min, long max) {
        public static Argument required(String name, long min, long max) {
            return new Argument(name, true, min, max);
        }

        public static Argument optional(String name, long min, long max) {
            return new Argument(name, false, min, max);
        }
    }
}
