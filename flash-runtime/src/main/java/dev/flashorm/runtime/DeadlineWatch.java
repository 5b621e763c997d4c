package dev.flashorm.runtime;

import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Cancels whatever statement of one transaction is running when its deadline passes. */
final class DeadlineWatch implements AutoCloseable {
    /** A cancel that comes before the server has begun with the statement is lost, so it is sent again. */
    private static final long AGAIN_MILLIS = 50;

    private final Deadline deadline;
    private final Future<?> alarm;
    private @Nullable Cancellation running;

    DeadlineWatch(Deadline deadline, ScheduledExecutorService clock) {
        this.deadline = deadline;
        this.alarm = clock.scheduleWithFixedDelay(
                this::cancel,
                Math.max(0, deadline.nanosLeft()),
                TimeUnit.MILLISECONDS.toNanos(AGAIN_MILLIS),
                TimeUnit.NANOSECONDS);
    }

    Deadline deadline() {
        return deadline;
    }

    /** Stops what is running, from another thread; nothing if nothing is. */
    @FunctionalInterface
    interface Cancellation {
        void send() throws SQLException;
    }

    synchronized void started(Cancellation cancellation) {
        running = cancellation;
    }

    /** Waits for a cancel that is under way, so that it does not hit the connection's next statement. */
    synchronized void finished() {
        running = null;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }

    private synchronized void cancel() {
        if (running == null) {
            return;
        }
        try {
            running.send();
        } catch (SQLException notCancelled) {
            // It is tried again until the statement ends.
            return;
        }
    }
}
