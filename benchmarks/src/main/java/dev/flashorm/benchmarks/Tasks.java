package dev.flashorm.benchmarks;

import dev.flashorm.benchmarks.contestant.Contestant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What is timed. {@link Race} sets the parameters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class Tasks {
    @Param("")
    String contestant;

    @Param("")
    String url;

    @Param("")
    String jdbcUrl;

    private Contestant runner;
    private int counter;

    @Setup
    public void open() {
        runner = Contestants.open(contestant, url, jdbcUrl);
    }

    @Setup(Level.Iteration)
    public void empty() {
        Scene.emptyEntries(jdbcUrl);
    }

    @TearDown
    public void close() {
        runner.close();
    }

    @Benchmark
    public Object getById() {
        return runner.getById(next());
    }

    @Benchmark
    public Object page() {
        return runner.page("name 3", 40);
    }

    @Benchmark
    public Object thousandRows() {
        return runner.thousandRows();
    }

    @Benchmark
    public Object insertOne() {
        return runner.insertOne(next());
    }

    @Benchmark
    public Object insertThousand() {
        return runner.insertThousand(next());
    }

    @Benchmark
    public Object update() {
        int id = next();
        return runner.update(id, "name " + id % 997, "another street");
    }

    @Benchmark
    public Object usersWithPosts() {
        return runner.usersWithPosts();
    }

    /** An id of a user: all of them, in an order that no cache likes best. */
    private int next() {
        counter = (counter + 7919) % Scene.USERS;
        return counter + 1;
    }
}
