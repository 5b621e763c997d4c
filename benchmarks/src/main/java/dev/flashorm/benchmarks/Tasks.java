package dev.flashorm.benchmarks;

import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.contestant.Writes;
import dev.flashorm.benchmarks.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What is timed. {@link Race} sets the parameters. All contestants are in one JVM and take turns, an iteration each: what
 * slows the machine down for a while slows all of them down.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class Tasks {
    /** After these nothing has to be made as it was, which would take most of the time of a run. */
    private static final Set<String> READING = Set.of(
            "getById",
            "page",
            "thousandRows",
            "usersWithPosts",
            "threeLevels",
            "aggregate",
            "complexQuery",
            "people",
            "peopleWithPets");

    /** Names, with commas between them. */
    @Param("")
    String contestants;

    @Param("")
    String url;

    @Param("")
    String jdbcUrl;

    private final List<Contestant> runners = new ArrayList<>();
    private int iteration;
    private Reads reads;
    private Writes writes;
    private People people;
    private Workloads workloads;
    private int counter;

    @Setup
    public void open() {
        for (String name : contestants.split(",", -1)) {
            runners.add(Contestants.open(name, url, jdbcUrl));
        }
    }

    @Setup(Level.Iteration)
    public void takeTurns(BenchmarkParams running) {
        String task = running.getBenchmark().substring(running.getBenchmark().lastIndexOf('.') + 1);
        if (iteration == 0 || !READING.contains(task)) {
            Scene.reset(jdbcUrl);
        }
        Contestant runner = runners.get(iteration++ % runners.size());
        reads = runner.reads();
        writes = runner.writes();
        people = runner.people();
        workloads = runner.workloads();
    }

    @TearDown
    public void close() {
        runners.forEach(Contestant::close);
    }

    @Benchmark
    public Object getById() {
        return reads.getById(next());
    }

    @Benchmark
    public Object page() {
        return reads.page("name 3", 40);
    }

    @Benchmark
    public Object thousandRows() {
        return reads.thousandRows();
    }

    @Benchmark
    public Object insertOne() {
        return writes.insertOne(next());
    }

    @Benchmark
    public Object insertThousand() {
        return writes.insertMany(next(), 1_000);
    }

    @Benchmark
    public Object insertTwentyThousand() {
        return writes.insertMany(next(), 20_000);
    }

    @Benchmark
    public Object update() {
        int id = next();
        return writes.update(id, "name " + id % 997, "another street");
    }

    /** Mostly of one that is there already. */
    @Benchmark
    public Object upsert() {
        return writes.upsert("tally " + next() % 500);
    }

    @Benchmark
    public Object usersWithPosts() {
        return reads.usersWithPosts(50);
    }

    @Benchmark
    public Object threeLevels() {
        return reads.threeLevels(10);
    }

    @Benchmark
    public Object aggregate() {
        return reads.aggregate();
    }

    @Benchmark
    public Object complexQuery() {
        return workloads.complexQuery();
    }

    /** Twelve operations, after which the pattern of the seed figures' mixed workload repeats. */
    @Benchmark
    public void mixed(Blackhole sink) {
        for (int i = 0; i < 12; i++) {
            int id = next();
            sink.consume(
                    i % 4 == 0
                            ? workloads.insertComment(id % SceneRows.POSTS + 1, id, "a comment")
                            : i % 3 == 0
                                    ? workloads.topUsers()
                                    : i % 3 == 1 ? workloads.emailById(id) : workloads.isAdminById(id));
        }
    }

    @Benchmark
    public Object people() {
        return people.people(Person.COUNT);
    }

    @Benchmark
    public Object peopleWithPets() {
        return people.peopleWithPets(Person.COUNT);
    }

    @Benchmark
    public Object insertPerson() {
        return people.insertPerson(next());
    }

    @Benchmark
    public Object insertPersonWithPets() {
        return people.insertPersonWithPets(next());
    }

    @Benchmark
    public Object updatePersonWithPets() {
        int number = next();
        return people.updatePersonWithPets(number % Person.COUNT + 1, number);
    }

    /** An id of a user: all of them, in an order that no cache likes best. */
    private int next() {
        counter = (counter + 7919) % SceneRows.USERS;
        return counter + 1;
    }
}
