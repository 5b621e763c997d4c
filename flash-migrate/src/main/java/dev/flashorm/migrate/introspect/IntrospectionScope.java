package dev.flashorm.migrate.introspect;

import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a database is read.
 *
 * @param schemas the database schemas; empty for the connection's own one. Only PostgreSQL has more than one in a
 *     database; elsewhere they don't matter
 */
public record IntrospectionScope(List<String> schemas) {
    private static final IntrospectionScope DEFAULT = new IntrospectionScope(List.of());

    public IntrospectionScope {
        schemas = List.copyOf(schemas);
    }

    /** The schema that names without one belong to. */
    public static IntrospectionScope defaultSchema() {
        return DEFAULT;
    }

    /** The schemas that a schema file names, and the default one. */
    public static IntrospectionScope of(List<String> named) {
        if (named.isEmpty()) {
            return DEFAULT;
        }
        List<String> all = new ArrayList<>(named);
        all.add("public");
        return new IntrospectionScope(all);
    }

    /** Whether a table is a migrator's own and no part of anybody's schema. */
    public static boolean isHistoryTable(String name) {
        return name.startsWith("_flash_") || name.equals("_prisma_migrations") || name.equals("flyway_schema_history");
    }
}
