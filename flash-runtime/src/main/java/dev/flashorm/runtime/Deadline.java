package dev.flashorm.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The moment by which a transaction must have ended. */
record Deadline(long atNanos, Duration timeout) {
    static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos(), timeout);
    }

    long nanosLeft() {
        return atNanos - System.nanoTime();
    }

    boolean hasPassed() {
        return nanosLeft() <= 0;
    }

    Timeout timeout(@Nullable Throwable cause) {
        return new Timeout(
                "The transaction took longer than its time-out of " + timeout.toMillis() + " ms and was rolled back.",
                cause);
    }
}
