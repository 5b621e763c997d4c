package dev.flashorm.runtime.query;

/**
 * Changes of the rows of a condition.
 *
 * @param which never absent
 * @param changes one at least
 */
record RowUpdate<M>(Condition<M> which, Changes changes) {}
