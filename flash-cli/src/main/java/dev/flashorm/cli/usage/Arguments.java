package dev.flashorm.cli.usage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed, read.
 *
 * @param command the words of the command, `migrate up`; empty when none was named
 * @param options option name to value; a flag's is empty
 * @param positionals the values by position
 */
public record Arguments(String command, Map<String, String> options, List<String> positionals) {
    public Arguments {
        options = Map.copyOf(options);
        positionals = List.copyOf(positionals);
    }

    public boolean has(Parameter.Flag flag) {
        return options.containsKey(flag.name());
    }

    public Optional<String> value(Parameter.Option option) {
        return Optional.ofNullable(options.get(option.name()));
    }

    /** The first value by position. */
    public Optional<String> positional() {
        return positionals.isEmpty() ? Optional.empty() : Optional.of(positionals.get(0));
    }
}
