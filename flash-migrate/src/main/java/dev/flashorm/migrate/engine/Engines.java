package dev.flashorm.migrate.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The engines that are on the class path. */
public final class Engines {
    private Engines() {}

    public static List<DatabaseEngine> all() {
        List<DatabaseEngine> engines = new ArrayList<>();
        ServiceLoader.load(DatabaseEngine.class, Engines.class.getClassLoader()).forEach(engines::add);
        return engines;
    }

    /** @throws IllegalArgumentException for a provider that nobody implements */
    public static DatabaseEngine of(String provider) {
        for (DatabaseEngine engine : all()) {
            if (engine.provider().equals(provider)) {
                return engine;
            }
        }
        throw new IllegalArgumentException("no engine runs migrations on " + provider);
    }
}
