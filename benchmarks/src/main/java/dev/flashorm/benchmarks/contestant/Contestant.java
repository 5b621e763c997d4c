package dev.flashorm.benchmarks.contestant;

/**
 * Somebody who does all tasks. Every result has a text that is the same for all contestants, by which they are compared
 * before anything is timed.
 */
public interface Contestant extends AutoCloseable {
    Reads reads();

    Writes writes();

    People people();

    Workloads workloads();

    @Override
    void close();
}
