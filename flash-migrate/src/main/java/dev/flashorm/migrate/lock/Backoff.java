package dev.flashorm.migrate.lock;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses with jitter, until the time is used up; an interrupted thread pauses no more. */
public final class Backoff {
    private final long deadline;
    private long pause = 50;

    public Backoff(Duration limit) {
        deadline = System.nanoTime() + limit.toNanos();
    }

    /** Sleeps a little; false, without sleeping, when the time is used up. */
    public boolean pause() {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0 || Thread.currentThread().isInterrupted()) {
            return false;
        }
        try {
            Thread.sleep(Math.min(left, ThreadLocalRandom.current().nextLong(pause / 2, pause + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        pause = Math.min(pause * 2, 1000);
        return true;
    }
}
