package dev.flashorm.schema.diagnostic;

/** How much a diagnostic weighs: an error refuses the schema, a warning doesn't. */
public enum Severity {
    ERROR,
    WARNING;

    public String label() {
        return this == ERROR ? "error" : "warning";
    }
}
