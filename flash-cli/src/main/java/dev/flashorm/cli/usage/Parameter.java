package dev.flashorm.cli.usage;

import java.util.List;
import java.util.Optional;

/** Something a command takes. Constants of a command: they are what it asks its {@link Arguments} with. */
public sealed interface Parameter {
    /** One sentence fragment for the help screen. */
    String description();

    /** An option without a value. */
    record Flag(String name, Optional<String> shortName, String description) implements Parameter {
        public Flag(String name, String description) {
            this(name, Optional.empty(), description);
        }
    }

    /**
     * An option with a value.
     *
     * @param label what the help calls the value: `FILE`
     * @param choices the only values allowed; empty when any is
     * @param otherwise what holds without the option, for the help screen
     * @param repeatable whether it may be given several times
     */
    record Option(
            String name,
            String label,
            String description,
            List<String> choices,
            Optional<String> otherwise,
            boolean repeatable)
            implements Parameter {
        public Option {
            choices = List.copyOf(choices);
        }

        public Option(String name, String label, String description, List<String> choices, Optional<String> otherwise) {
            this(name, label, description, choices, otherwise, false);
        }

        public Option(String name, String label, String description) {
            this(name, label, description, List.of(), Optional.empty());
        }

        public Option(String name, String label, String description, String otherwise) {
            this(name, label, description, List.of(), Optional.of(otherwise));
        }

        /** One that may be given several times. */
        public static Option repeatable(String name, String label, String description) {
            return new Option(name, label, description + "; may be repeated", List.of(), Optional.empty(), true);
        }
    }

    /**
     * A value by position.
     *
     * @param choices the only values allowed; empty when any is
     */
    record Argument(String label, String description, Arity arity, List<String> choices) implements Parameter {
        public Argument {
            choices = List.copyOf(choices);
        }

        public Argument(String label, String description, Arity arity) {
            this(label, description, arity, List.of());
        }

        /** How often it may stand. */
        public enum Arity {
            OPTIONAL,
            REQUIRED,
            ANY
        }
    }
}
