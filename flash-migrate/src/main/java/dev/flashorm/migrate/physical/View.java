package dev.flashorm.migrate.physical;

/**
 * A view: kept, and brought back where a rebuild of its tables takes it away; not a thing that a diff changes.
 *
 * @param definition the whole statement that makes it
 */
public record View(ObjectName name, boolean materialized, String definition) {}
