package dev.flashorm.schema.model;

/** How many values a field holds: one, `?` none or one, `[]` any number. */
public enum Arity {
    REQUIRED,
    OPTIONAL,
    LIST
}
