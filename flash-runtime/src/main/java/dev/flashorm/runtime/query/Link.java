package dev.flashorm.runtime.query;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How two tables belong together, seen from one of them.
 *
 * @param ordinal of the relation among those of the table
 * @param local columns of this end
 * @param remote columns of the other end that equal them, in the same order; given late, because models refer to each
 *     other in circles
 * @param through the table of pairs, if there is one
 */
public record Link<M, T>(
        int ordinal,
        List<? extends Column<M, ?>> local,
        Supplier<List<? extends Column<T, ?>>> remote,
        @Nullable JoinTable through) {
    /** The table at the other end. */
    public Table<T> target() {
        return remote.get().get(0).table();
    }
}
