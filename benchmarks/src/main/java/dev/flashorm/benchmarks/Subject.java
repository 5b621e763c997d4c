package dev.flashorm.benchmarks;

import java.util.List;

/**
 * What a table of standings is about.
 *
 * @param name of the files
 * @param title what everything is a multiple of
 * @param cost the member of the JSON for what is measured beside the time
 * @param costText the same in words
 * @param costUnit the same behind a figure
 * @param way how the rounds were run
 * @param goals for Flash
 */
record Subject(String name, String title, String cost, String costText, String costUnit, String way, List<Goal> goals) {
    static final Subject JAVA = new Subject(
            "java",
            "Java: time as a multiple of hand-written JDBC",
            "alloc_bytes",
            "the bytes that a call allocates",
            "B",
            "JMH, a JVM for each task, in which the contestants take turns; one thread, Java "
                    + Runtime.version().feature(),
            List.of(new Goal.Time(1.03, 1.05, 1.1), new Goal.Cost(1.3), new Goal.Ahead()));

    private static final String TURNS = "one process, in which the contestants take turns, one call after the other";

    static final Subject NODE = new Subject(
            "node",
            "Node: time as a multiple of hand-written `pg` with named statements, and prepared `better-sqlite3`",
            "cpu_us",
            "the processor time of the client",
            "CPU",
            TURNS,
            List.of(new Goal.Mean(1.05), new Goal.Faster("prisma", 5), new Goal.Faster("drizzle", 3)));

    static final Subject PYTHON = new Subject(
            "python",
            "Python: time as a multiple of hand-written `asyncpg` and `sqlite3`",
            "cpu_us",
            "the processor time of the client",
            "CPU",
            TURNS,
            List.of(new Goal.Time(1.1, 1.1, 1.1), new Goal.Faster("sqlalchemy-orm", 3)));
}
