package dev.flashorm.benchmarks.contestant.handwritten;

import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.contestant.Writes;

/** The measure for all others. */
public final class HandWritten implements Contestant {
    private final Expert expert;

    public HandWritten(String jdbcUrl) {
        expert = Expert.at(jdbcUrl);
    }

    @Override
    public Reads reads() {
        return new HandWrittenReads(expert);
    }

    @Override
    public Writes writes() {
        return new HandWrittenWrites(expert);
    }

    @Override
    public People people() {
        return new HandWrittenPeople(expert);
    }

    @Override
    public Workloads workloads() {
        return new HandWrittenWorkloads(expert);
    }

    @Override
    public void close() {
        expert.pool.close();
    }
}
