package dev.flashorm.migrate.physical;

import java.util.Optional;

/** A PostgreSQL extension that the schema asks for. */
public record Extension(String name, Optional<String> schema, Optional<String> version) {}
