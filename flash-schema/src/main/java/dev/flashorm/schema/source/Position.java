package dev.flashorm.schema.source;

/** A place for people: 1-based line, 1-based column in code points. */
public record Position(int line, int column) {}
