package dev.flashorm.runtime;

/**
 * Is told of each statement that has run, on the thread that ran it. What it throws, the caller gets: it must not throw.
 */
@FunctionalInterface
public interface StatementListener {
    void ran(StatementEvent event);

    /** Ends listening. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
