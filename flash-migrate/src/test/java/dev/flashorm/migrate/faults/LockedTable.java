package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.testing.DatabaseName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The application is in a transaction that has read a table which the migration alters; it ends too late, or in time. */
final class LockedTable implements Fault {
    private static final int ALTERED_IN = 3;
    /** Our own statements wait three seconds for a lock; more is the machine's. */
    private static final long READER_MILLIS = 6_000;

    @Override
    public String name() {
        return "a table is locked by the application";
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (Course course : lab.sample()) {
            outlasts(lab, course);
            if (lab.isThorough()) {
                endsInTime(lab, course);
            }
        }
    }

    private void outlasts(Lab lab, Course course) throws Exception {
        boolean sqlite = lab.server().name() == DatabaseName.SQLITE;
        try (Attack attack = lab.attack(course)) {
            Optional<Complaint> complaint;
            try (Connection application = attack.scene.database.connect();
                    Statement statement = application.createStatement()) {
                begin(statement, lab.server().name());
                ExecutorOptions options = ExecutorOptions.defaults("test")
                        .withLockWait(Duration.ofSeconds(1))
                        .withTableLockWait(Duration.ofSeconds(1));
                CompletableFuture<Optional<Complaint>> run = CompletableFuture.supplyAsync(() -> attack.run(options));
                if (!sqlite) {
                    long longest = longestRead(attack, run);
                    lab.judge(this).held(attack, 'E', longest < READER_MILLIS, "reader", "waited " + longest + " ms");
                }
                complaint = run.get(2, TimeUnit.MINUTES);
                statement.execute("ROLLBACK");
            }
            lab.judge(this)
                    .judge(
                            attack,
                            "held for too long",
                            complaint,
                            said -> sqlite
                                    ? said.code().equals("F5510") && said.next().startsWith("flash ")
                                    : said.code().equals("F5315") && said.blames(course, ALTERED_IN),
                            () -> {});
            if (complaint.isEmpty()) {
                throw new AssertionError("the lock did not stop the run");
            }
        }
    }

    private void endsInTime(Lab lab, Course course) throws Exception {
        try (Attack attack = lab.attack(course)) {
            CompletableFuture<Optional<Complaint>> run;
            try (Connection application = attack.scene.database.connect();
                    Statement statement = application.createStatement()) {
                begin(statement, lab.server().name());
                run = CompletableFuture.supplyAsync(attack::run);
                Thread.sleep(4_000);
                statement.execute("ROLLBACK");
            }
            Optional<Complaint> complaint = run.get(2, TimeUnit.MINUTES);
            lab.judge(this).judge(attack, "held for four seconds", complaint, said -> false, () -> {});
        }
    }

    private static void begin(Statement statement, DatabaseName name) throws SQLException {
        statement.execute(name == DatabaseName.SQLITE ? "BEGIN IMMEDIATE" : "BEGIN");
        statement.executeQuery("SELECT * FROM kept").close();
    }

    /** Milliseconds that the application's own reads of the table took while the migration waited for it. */
    private static long longestRead(Attack attack, CompletableFuture<?> run) throws SQLException, InterruptedException {
        long longest = 0;
        try (Connection application = attack.scene.database.connect();
                Statement statement = application.createStatement()) {
            while (!run.isDone()) {
                long start = System.nanoTime();
                statement.executeQuery("SELECT count(*) FROM kept").close();
                longest = Math.max(longest, (System.nanoTime() - start) / 1_000_000);
                Thread.sleep(20);
            }
        }
        return longest;
    }
}
