package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A `generator` block; its keys are free, and a generator checks its own.
 *
 * @param settings key to value, in source order, `provider` included
 */
public record Generator(String name, Map<String, Setting> settings, Optional<String> documentation, Span span) {
    /** The language or tool that this block asks for. */
    public Optional<String> provider() {
        return string("provider");
    }

    /** The string under a key, when there is one written out. */
    public Optional<String> string(String key) {
        return settings.get(key) instanceof Setting.Scalar scalar && scalar.value() instanceof ConfigValue.Literal text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /** The value of a key. */
    public sealed interface Setting {
        record Scalar(ConfigValue value) implements Setting {}

        record Items(List<ConfigValue> values) implements Setting {
            public Items {
                values = List.copyOf(values);
            }
        }
    }
}
