package dev.flashorm.runtime.query;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A relation of many to many, seen from one end.
 *
 * @param opposite the same seen from the other end, where each end has a list of the other's keys; null where a table
 *     has the pairs
 */
public record PairLink<M, T>(Link<M, T> link, @Nullable Supplier<Link<T, M>> opposite) {
    /** Two records that belong together, by their keys. */
    public record Pair(Object local, Object remote) {}

    /** The key of this end. */
    public List<? extends Column<M, ?>> local() {
        return opposite == null ? link.local() : opposite.get().remote().get();
    }

    /** The key of the other end. */
    public List<? extends Column<T, ?>> remote() {
        return link.remote().get();
    }
}
