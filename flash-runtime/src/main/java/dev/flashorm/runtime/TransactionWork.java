package dev.flashorm.runtime;

import org.jspecify.annotations.Nullable;

/** What runs inside a transaction: returning commits, throwing rolls back. With retries it may run more than once. */
@FunctionalInterface
public interface TransactionWork<T extends @Nullable Object> {
    T run(Session transaction);
}
