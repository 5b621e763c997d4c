package dev.flashorm.migrate.physical;

/** A column that the database computes; kept on disk when stored, else computed at every read. */
public record Generated(SqlExpression expression, boolean stored) {}
