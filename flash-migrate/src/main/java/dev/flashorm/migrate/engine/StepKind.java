package dev.flashorm.migrate.engine;

/** How a statement has to be run. */
public enum StepKind {
    /** In a transaction with its neighbours and the history. */
    TRANSACTIONAL,
    /** By itself and journalled: the engine commits it at once, or refuses it in a transaction. */
    ALONE,
    /** Changes the session only: in a transaction if one is open, and again on each resumption. */
    SESSION,
    /** A setting that only counts outside of a transaction: before everything else. */
    BEFORE,
    /** The same, after everything else. */
    AFTER,
    /** Begins or ends the file's own transaction, which the executor's replaces. */
    SKIPPED,
    /** Would end the executor's transaction half-way. */
    REFUSED
}
