package dev.flashorm.benchmarks;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs everybody in every task, each task in a fresh JVM, in rounds of one iteration for each contestant: those of a
 * round are compared with each other. Arguments: the folder for the results, how many rounds, milliseconds of an
 * iteration; then, if not all, the databases, tasks and contestants to run.
 */
public final class Race {
    /** So long everybody runs before anything is timed: after less, the JVM's compiler is still at work on some and not on others. */
    private static final long WARMUP_MILLIS = 1_000;

    private static final int LEAST_WARMUP = 3;
    private static final List<String> TASKS = List.of(
            "getById",
            "page",
            "thousandRows",
            "insertOne",
            "insertThousand",
            "insertTwentyThousand",
            "update",
            "upsert",
            "usersWithPosts",
            "threeLevels",
            "aggregate",
            "complexQuery",
            "mixed",
            "people",
            "peopleWithPets",
            "insertPerson",
            "insertPersonWithPets",
            "updatePersonWithPets");

    private Race() {}

    public static void main(String[] arguments) throws RunnerException, SQLException, IOException {
        Path folder = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        long millis = Long.parseLong(arguments[2]);
        List<String> only = Arrays.asList(arguments).subList(3, arguments.length);
        List<String> contestants = Contestants.NAMES.stream()
                .filter(name -> name.equals(Contestants.MEASURE) || isWanted(only, name, Contestants.NAMES))
                .toList();
        Standings standings = new Standings(Subject.JAVA, contestants);
        for (DatabaseName name : databases()) {
            if (!isWanted(only, name.id(), List.of("sqlite", "postgresql", "mysql", "mariadb"))) {
                continue;
            }
            try (Scene scene = Scene.create(name)) {
                Equality.check(scene, contestants);
                for (String task : TASKS) {
                    if (isWanted(only, task, TASKS)) {
                        run(scene, task, contestants, rounds, millis, standings);
                        standings.write(
                                folder,
                                "benchmarks/run "
                                        + String.join(
                                                " ", Arrays.asList(arguments).subList(1, arguments.length)));
                    }
                }
            }
        }
    }

    /** MariaDB takes part where there is no MySQL. */
    private static List<DatabaseName> databases() {
        boolean mysql = !TestDatabases.available(DatabaseName.MYSQL).isEmpty();
        return List.of(DatabaseName.SQLITE, DatabaseName.POSTGRESQL, mysql ? DatabaseName.MYSQL : DatabaseName.MARIADB);
    }

    /** Whether it is among those named, or none of its sort is named. */
    private static boolean isWanted(List<String> only, String name, List<String> sort) {
        return only.contains(name) || only.stream().noneMatch(sort::contains);
    }

    private static void run(
            Scene scene, String task, List<String> contestants, int rounds, long millis, Standings standings)
            throws RunnerException {
        int turns = contestants.size();
        Options options = new OptionsBuilder()
                .include(Tasks.class.getName() + "\\." + task + "$")
                .param("contestants", String.join(",", contestants))
                .param("url", scene.url())
                .param("jdbcUrl", scene.jdbcUrl())
                .forks(1)
                .warmupIterations(turns * Math.max(LEAST_WARMUP, (int) (WARMUP_MILLIS / millis)))
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(turns * rounds)
                .measurementTime(TimeValue.milliseconds(millis))
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        for (RunResult result : new Runner(options).run()) {
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                int turn = 0;
                for (IterationResult iteration : fork.getIterationResults()) {
                    Result<?> allocation = iteration.getSecondaryResults().get("gc.alloc.rate.norm");
                    standings.add(
                            scene.name().id(),
                            task,
                            contestants.get(turn++ % turns),
                            iteration.getPrimaryResult().getScore(),
                            allocation == null ? Double.NaN : allocation.getScore());
                }
            }
        }
        standings.print(scene.name().id(), task);
    }
}
