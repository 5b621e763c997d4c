package dev.flashorm.runtime.query;

import org.jspecify.annotations.Nullable;

/** Gives one value of a record. Generated for each model. */
@FunctionalInterface
public interface RowValues<M> {
    /** @param column counted from 0, in the order of the record */
    @Nullable
    Object get(M row, int column);
}
