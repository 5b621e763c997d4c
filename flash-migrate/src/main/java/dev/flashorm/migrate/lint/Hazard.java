package dev.flashorm.migrate.lint;

/**
 * What a rule found.
 *
 * @param message what happens, one sentence, names in backticks
 * @param rewrite what to write instead
 */
public record Hazard(Lint lint, String message, String rewrite) {}
