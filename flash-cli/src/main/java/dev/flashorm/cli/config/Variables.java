package dev.flashorm.cli.config;

import java.util.Map;
import java.util.Optional;

/** The environment, and under it the `.env` files. */
public final class Variables {
    private final Map<String, String> environment;
    private final Map<String, Setting> dotEnv;

    Variables(Map<String, String> environment, Map<String, Setting> dotEnv) {
        this.environment = environment;
        this.dotEnv = dotEnv;
    }

    /** The value of a variable with its origin; an empty one counts as not set. */
    public Optional<Setting> get(String name) {
        String value = environment.get(name);
        if (value != null && !value.isEmpty()) {
            return Optional.of(new Setting(name, value, "environment variable " + name));
        }
        return Optional.ofNullable(dotEnv.get(name))
                .filter(setting -> !setting.value().isEmpty());
    }
}
