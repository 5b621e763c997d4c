package dev.flashorm.migrate.introspect;

/** Finds the introspector of a provider. */
public final class Introspectors {
    private Introspectors() {}

    /**
     * The introspector of a canonical provider name: `postgresql`, `mysql` (MariaDB too), `sqlite`.
     *
     * @throws IllegalArgumentException for a provider that has no catalog to read
     */
    public static Introspector of(String provider) {
        return switch (provider) {
            case "postgresql" -> new dev.flashorm.migrate.introspect.postgresql.CatalogIntrospector();
            case "mysql" -> new dev.flashorm.migrate.introspect.mysql.CatalogIntrospector();
            case "sqlite" -> new dev.flashorm.migrate.introspect.sqlite.CatalogIntrospector();
            default -> throw new IllegalArgumentException("no catalog to read on " + provider);
        };
    }
}
