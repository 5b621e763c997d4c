package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The `datasource` block.
 *
 * @param provider the canonical provider name: `postgresql`, `mysql`, `sqlite`, `mongodb` (`postgres` becomes
 *     `postgresql`)
 * @param schemas the database schemas named by `schemas = […]`; empty when single-schema
 */
public record Datasource(
        String name,
        String provider,
        Optional<ConfigValue> url,
        Optional<ConfigValue> directUrl,
        Optional<ConfigValue> shadowDatabaseUrl,
        RelationMode relationMode,
        List<String> schemas,
        List<Extension> extensions,
        Span span) {
    public Datasource {
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
    }

    /** Who keeps references intact: the database, by foreign keys, or the client. */
    public enum RelationMode {
        FOREIGN_KEYS,
        CLIENT
    }

    /** A PostgreSQL extension of `extensions = […]`. */
    public record Extension(
            String name, Optional<String> databaseName, Optional<String> schema, Optional<String> version) {}
}
