package dev.flashorm.runtime.query;

import org.jspecify.annotations.Nullable;

/** Makes one value of eight: usually the constructor of the caller's record. */
@FunctionalInterface
public interface Combine8<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        D extends @Nullable Object,
        E extends @Nullable Object,
        F extends @Nullable Object,
        G extends @Nullable Object,
        H extends @Nullable Object,
        R> {
    R apply(A first, B second, C third, D fourth, E fifth, F sixth, G seventh, H eighth);
}
