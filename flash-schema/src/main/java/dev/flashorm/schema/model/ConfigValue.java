package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;

/** A string in a configuration block: written out, or named by an environment variable. */
public sealed interface ConfigValue {
    Span span();

    /** `"…"`. */
    record Literal(String value, Span span) implements ConfigValue {}

    /** `env("NAME")`: resolved by whoever connects, never at parse time. */
    record Environment(String variable, Span span) implements ConfigValue {}
}
