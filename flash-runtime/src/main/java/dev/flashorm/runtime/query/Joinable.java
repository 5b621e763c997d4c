package dev.flashorm.runtime.query;

import org.jspecify.annotations.Nullable;

/** What can be read with the records by one statement. */
interface Joinable<M, V extends @Nullable Object> extends Include<M, V> {
    /** For one run of the statement. */
    Joined<M, V> joined();

    static <M, V extends @Nullable Object> @Nullable Joined<M, V> joined(Include<M, V> include) {
        return include instanceof Joinable<M, V> joinable ? joinable.joined() : null;
    }
}
