package dev.flashorm.runtime.query;

import java.util.function.Supplier;

/**
 * What the client does with records that refer to one that is deleted, or whose key changes, where the database has no
 * foreign keys.
 *
 * @param changes those of the records that refer
 */
public record Reference(Action onDelete, Action onUpdate, Supplier<? extends Changes> changes) {
    /** What happens to a record that refers. */
    public enum Action {
        CASCADE,
        SET_NULL,
        RESTRICT,
        /** It goes on to refer to what is not there. */
        NO_ACTION
    }

    /**
     * One of the relations of a table by which others refer to its records.
     *
     * @param link from the table to those that refer
     */
    record Incoming<M, T>(Link<M, T> link, Reference reference) {}
}
