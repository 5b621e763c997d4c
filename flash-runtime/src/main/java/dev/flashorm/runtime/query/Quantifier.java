package dev.flashorm.runtime.query;

/** How many of the related records. */
public enum Quantifier {
    SOME,
    EVERY,
    NONE
}
