package dev.flashorm.cli.usage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed, read.
 *
 * @param command the words of the command, `migrate up`; empty when none was named
 * @param options option name to its values, in the order typed; a flag has none
 * @param positionals the values by position
 */
public record Arguments(String command, Map<String, List<String>> options, List<String> positionals) {
    public Arguments {
        options = Map.copyOf(options);
        positionals = List.copyOf(positionals);
    }

    public boolean has(Parameter.Flag flag) {
        return options.containsKey(flag.name());
    }

    public Optional<String> value(Parameter.Option option) {
        List<String> values = values(option);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** All values of an option that may be repeated; empty when it was not given. */
    public List<String> values(Parameter.Option option) {
        return options.getOrDefault(option.name(), List.of());
    }

    /** The first value by position. */
    public Optional<String> positional() {
        return positionals.isEmpty() ? Optional.empty() : Optional.of(positionals.get(0));
    }
}
