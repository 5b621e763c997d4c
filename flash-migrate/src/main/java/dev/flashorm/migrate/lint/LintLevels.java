package dev.flashorm.migrate.lint;

import java.util.Map;

/**
 * How much each lint weighs.
 *
 * @param changed those that weigh other than {@link Lint#level()}
 */
public record LintLevels(Map<Lint, Lint.Level> changed) {
    public LintLevels {
        changed = Map.copyOf(changed);
    }

    public static LintLevels defaults() {
        return new LintLevels(Map.of());
    }

    public Lint.Level of(Lint lint) {
        return changed.getOrDefault(lint, lint.level());
    }
}
