package dev.flashorm.runtime.query;

import org.jspecify.annotations.Nullable;

/** Makes one value of three: usually the constructor of the caller's record. */
@FunctionalInterface
public interface Combine3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R> {
    R apply(A first, B second, C third);
}
