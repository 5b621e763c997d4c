package dev.flashorm.migrate.dialect;

import java.util.List;

/**
 * One step of a migration: a statement, or a few that belong together.
 *
 * @param title one line, for the comment above it and for people: `alter table User`
 * @param statements SQL without the closing semicolon, never empty
 * @param transactional whether the engine runs it inside a transaction
 */
public record Step(String title, List<String> statements, boolean transactional) {
    public Step {
        statements = List.copyOf(statements);
    }

    public static Step of(String title, String statement) {
        return new Step(title, List.of(statement), true);
    }

    public static Step of(String title, List<String> statements) {
        return new Step(title, statements, true);
    }
}
