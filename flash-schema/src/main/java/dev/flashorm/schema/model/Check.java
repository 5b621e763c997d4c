package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;

/**
 * `@@check("sql", name: "…")`.
 *
 * @param expression SQL of the provider, kept as written
 * @param databaseName the constraint's name
 */
public record Check(String expression, String databaseName, Span span) {}
