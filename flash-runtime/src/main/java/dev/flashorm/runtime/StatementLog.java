package dev.flashorm.runtime;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listeners that write to the log {@code dev.flashorm.sql}. */
public final class StatementLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.flashorm.sql");

    private StatementLog() {}

    /** Every statement, on level debug. */
    public static StatementListener debug() {
        return event -> {
            if (LOG.isDebugEnabled()) {
                LOG.debug("{}", text(event));
            }
        };
    }

    /** Statements that took longer, on level warn. */
    public static StatementListener slowerThan(Duration limit) {
        return event -> {
            if (event.time().compareTo(limit) > 0) {
                LOG.warn("slow: {}", text(event));
            }
        };
    }

    private static String text(StatementEvent event) {
        String what = event.failure() == null
                ? event.rows() + " rows"
                : event.failure().getClass().getSimpleName();
        return event.time().toNanos() / 1_000 + " µs, " + what + ": " + event.sql();
    }
}
