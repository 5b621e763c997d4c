package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of an attribute or a call, in source order.
 *
 * @param span from parenthesis to parenthesis; empty, behind the name, where there are none
 */
public record Arguments(List<Argument> list, Span span) {
    public Arguments {
        list = List.copyOf(list);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** The argument of this name. */
    public Optional<Argument> named(String name) {
        for (Argument argument : list) {
            if (argument.isNamed(name)) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    /** The first argument without a name. */
    public Optional<Argument> unnamed() {
        for (Argument argument : list) {
            if (argument.name().isEmpty()) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    /** The value under this name, else the unnamed one: how an attribute's main argument may be written. */
    public Optional<Expression> mainValue(String name) {
        Optional<Argument> named = named(name);
        return valueOf(named.isPresent() ? named : unnamed());
    }

    /** The value under this name. */
    public Optional<Expression> value(String name) {
        return valueOf(named(name));
    }

    private static Optional<Expression> valueOf(Optional<Argument> argument) {
        return argument.isPresent() ? argument.get().value() : Optional.empty();
    }

    /** The value that has no name, if it is a string. */
    public Optional<String> unnamedString() {
        return text(valueOf(unnamed()));
    }

    /** The text under this name, if it is a string. */
    public Optional<String> string(String name) {
        return text(value(name));
    }

    /** The text of an attribute's main argument, if it is a string. */
    public Optional<String> mainString(String name) {
        return text(mainValue(name));
    }

    /** A list argument's elements; a single value is a list of one. */
    public static List<Expression> elements(Optional<Expression> value) {
        if (value.isEmpty()) {
            return List.of();
        }
        return value.get() instanceof Expression.ArrayLiteral array ? array.elements() : List.of(value.get());
    }

    private static Optional<String> text(Optional<Expression> value) {
        return value.isPresent() && value.get() instanceof Expression.StringLiteral literal
                ? Optional.of(literal.value())
                : Optional.empty();
    }
}
