package dev.flashorm.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A statement that has run. It has no parameters in it: values may be secrets.
 *
 * @param sql its text
 * @param time from the call to the last row, with waiting for a connection
 * @param rows how many it read or wrote; -1 if it failed or the driver does not tell
 * @param failure what was thrown, if it failed
 */
public record StatementEvent(
        String sql, Duration time, long rows, @Nullable RuntimeException failure) {}
