package dev.flashorm.schema.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds providers. The four of Flash are known by name, so that a command loads the one it needs and no other; a plugin
 * adds one as a {@link ServiceLoader} service, which is asked only for a name that none of ours has.
 */
public final class Providers {
    private Providers() {}

    /** The provider of a canonical name or an alias; empty when nobody answers to it. */
    public static Optional<Provider> byName(String name) {
        Provider builtIn = builtIn(name);
        if (builtIn != null) {
            return Optional.of(builtIn);
        }
        for (Provider provider : ServiceLoader.load(Provider.class)) {
            if (provider.answersTo(name)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    /** All providers, ours first. */
    public static List<Provider> all() {
        List<Provider> all = new ArrayList<>(List.of(
                new dev.flashorm.schema.provider.postgresql.ProviderDefinition(),
                new dev.flashorm.schema.provider.mysql.ProviderDefinition(),
                new dev.flashorm.schema.provider.sqlite.ProviderDefinition(),
                new dev.flashorm.schema.provider.mongodb.ProviderDefinition()));
        ServiceLoader.load(Provider.class).forEach(all::add);
        return List.copyOf(all);
    }

    private static @Nullable Provider builtIn(String name) {
        return switch (name) {
            case "postgresql", "postgres" -> new dev.flashorm.schema.provider.postgresql.ProviderDefinition();
            case "mysql", "mariadb" -> new dev.flashorm.schema.provider.mysql.ProviderDefinition();
            case "sqlite" -> new dev.flashorm.schema.provider.sqlite.ProviderDefinition();
            case "mongodb" -> new dev.flashorm.schema.provider.mongodb.ProviderDefinition();
            default -> null;
        };
    }
}
