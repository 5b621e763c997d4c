package dev.flashorm.runtime;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction runs.
 *
 * @param isolation null for the database's own default
 * @param readOnly whether the database refuses writes in it
 * @param retries how often the work is run again after a {@link SerializationConflict}
 * @param timeout for the whole transaction, retries included; null for none
 */
public record TransactionOptions(
        @Nullable Isolation isolation,
        boolean readOnly,
        int retries,
        @Nullable Duration timeout) {
    /** The database's isolation, writable, no retry, no time-out. */
    public static final TransactionOptions DEFAULT = new TransactionOptions(null, false, 0, null);

    public TransactionOptions {
        if (retries < 0) {
            throw new IllegalArgumentException("retries must not be negative, but is " + retries);
        }
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new IllegalArgumentException("the time-out must be more than zero, but is " + timeout);
        }
    }

    public static TransactionOptions isolation(Isolation isolation) {
        return DEFAULT.withIsolation(isolation);
    }

    public static TransactionOptions retry(int retries) {
        return DEFAULT.withRetries(retries);
    }

    public static TransactionOptions timeout(Duration timeout) {
        return DEFAULT.withTimeout(timeout);
    }

    public static TransactionOptions asReadOnly() {
        return DEFAULT.withReadOnly();
    }

    public TransactionOptions withIsolation(Isolation wanted) {
        return new TransactionOptions(Objects.requireNonNull(wanted), readOnly, retries, timeout);
    }

    public TransactionOptions withReadOnly() {
        return new TransactionOptions(isolation, true, retries, timeout);
    }

    public TransactionOptions withRetries(int wanted) {
        return new TransactionOptions(isolation, readOnly, wanted, timeout);
    }

    public TransactionOptions withTimeout(Duration wanted) {
        return new TransactionOptions(isolation, readOnly, retries, Objects.requireNonNull(wanted));
    }
}
