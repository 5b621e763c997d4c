package dev.flashorm.migrate.plan;

/**
 * Something that a person should know before a migration runs.
 *
 * @param code stable: F51xx for what is lost, F52xx for what may fail or hold others up
 * @param subject the table, or `table.column`
 * @param message one sentence, names in backticks
 */
public record Finding(String code, String subject, String message) {
    @Override
    public String toString() {
        return code + ": " + message;
    }
}
