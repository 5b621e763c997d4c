package dev.flashorm.schema.model;

import java.util.List;

/** What `@default(…)` says. */
public sealed interface DefaultValue {
    /**
     * A number, string or boolean, as the schema's text has it, unescaped: `"a\nb"` is three characters. Numbers are
     * kept as text, so that none loses a digit.
     */
    record Literal(Kind kind, String text) implements DefaultValue {
        /** How it was written. */
        public enum Kind {
            STRING,
            NUMBER,
            BOOLEAN
        }
    }

    /** A value of the field's enum. */
    record EnumValue(EnumType.Value value) implements DefaultValue {}

    /** `[…]` on a scalar list. */
    record Items(List<DefaultValue> items) implements DefaultValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A function: `autoincrement now uuid cuid ulid nanoid dbgenerated auto sequence`.
     *
     * @param arguments positional ones as {@code Argument("", …)}
     */
    record Function(String name, List<Argument> arguments) implements DefaultValue {
        public Function {
            arguments = List.copyOf(arguments);
        }

        /** The only argument, as text; the default when there is none. */
        public String firstArgument(String otherwise) {
            return arguments.isEmpty() ? otherwise : arguments.get(0).value();
        }
    }

    /** One argument of a function: its name, empty when positional, and its unescaped text. */
    record Argument(String name, String value) {}
}
