package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.execute.MigrationStatus;
import dev.flashorm.migrate.execute.MigrationStatus.Entry;
import dev.flashorm.migrate.execute.MigrationStatus.State;
import dev.flashorm.testing.DatabaseName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at a database after a fault, takes the fault away, runs the same command again, and counts what held. */
final class Judge {
    /** A dead runner's session, and with it its locks, must be gone by then. */
    private static final long SESSION_MILLIS = 10_000;

    private final FaultTable table;
    private final String fault;

    Judge(FaultTable table, String fault) {
        this.table = table;
        this.fault = fault;
    }

    /**
     * Judges all five promises.
     *
     * @param moment which of the trials it is, for messages
     * @param complaint what the run said; empty when it could say nothing, or succeeded
     * @param enough whether that is all a user needs
     * @param repair takes the fault away
     */
    void judge(Attack attack, String moment, Optional<Complaint> complaint, Predicate<Complaint> enough, Repair repair)
            throws Exception {
        held(attack, 'E', endsItsSession(attack), moment, "a session of the runner is still there");
        Snapshot now = Snapshot.of(attack.scene.database);
        Entry entry = entry(attack);
        String contradiction = contradiction(attack, now, entry, complaint);
        held(attack, 'A', contradiction.isEmpty(), moment, contradiction);
        complaint.ifPresent(said -> held(attack, 'C', enough.test(said), moment, said.toString()));
        boolean kept = keeps(attack);
        repair.run();
        Optional<Complaint> again = attack.run();
        String outcome = again.map(Complaint::toString).orElseGet(() -> missing(attack));
        held(attack, 'B', outcome.isEmpty(), moment, outcome);
        held(attack, 'D', kept && keeps(attack), moment, "rows of `kept` are gone");
    }

    void held(Attack attack, char promise, boolean held, String moment, String otherwise) {
        table.add(fault, attack.scene.database.name(), promise, held, moment + ": " + otherwise);
    }

    /** What takes a fault away. */
    interface Repair {
        void run() throws Exception;
    }

    private static Entry entry(Attack attack) {
        return attack.scene.executor().status().entries().stream()
                .filter(it -> it.id().equals(attack.id))
                .findFirst()
                .orElseThrow();
    }

    /** Empty when the database is in a state that the status names, and the run said nothing else. */
    private static String contradiction(Attack attack, Snapshot now, Entry entry, Optional<Complaint> complaint) {
        Course course = attack.course;
        int done = entry.state() == State.APPLIED ? course.size() : entry.stepsDone();
        if (course.transactional() && done != 0 && done != course.size()) {
            return "half-applied: " + entry;
        }
        if (!now.equals(course.states().get(done))) {
            return "status says " + entry + ", and the database holds " + now.text();
        }
        if (complaint.isPresent()) {
            boolean untouched =
                    complaint.get().says("rolled back") || complaint.get().says("nothing was executed");
            if (untouched && !complaint.get().says("are done and stay") && !now.equals(course.before())) {
                return "said that it was rolled back, and it was not: " + complaint.get();
            }
        }
        return "";
    }

    /** What a fault-free run would have left and isn't there; empty when all is. */
    private static String missing(Attack attack) {
        MigrationStatus status = attack.scene.executor().status();
        if (!status.problems().isEmpty()) {
            return status.problems().toString();
        }
        if (!status.entries().stream().allMatch(entry -> entry.state() == State.APPLIED)) {
            return status.entries().toString();
        }
        Snapshot now = Snapshot.of(attack.scene.database);
        return now.equals(attack.course.after()) ? "" : "ended in " + now.text();
    }

    private static boolean keeps(Attack attack) {
        return rows(attack, "t").or(() -> rows(attack, "txt")).equals(Optional.of(Course.KEPT));
    }

    private static Optional<List<String>> rows(Attack attack, String column) {
        try {
            boolean mysql = attack.scene.database.name().provider().equals("mysql");
            String row = mysql ? "CONCAT(id, ' ', " + column + ")" : "id || ' ' || " + column;
            return Optional.of(attack.scene.query("SELECT " + row + " FROM kept ORDER BY id"));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Promise E from outside: nobody but us is connected; on SQLite, the file can be locked. */
    static boolean endsItsSession(Attack attack) throws SQLException, InterruptedException {
        DatabaseName name = attack.scene.database.name();
        long deadline = System.currentTimeMillis() + SESSION_MILLIS;
        try (Connection connection = attack.scene.database.connect();
                Statement statement = connection.createStatement()) {
            while (System.currentTimeMillis() < deadline) {
                if (isAlone(name, statement)) {
                    return true;
                }
                Thread.sleep(50);
            }
            return false;
        }
    }

    private static boolean isAlone(DatabaseName name, Statement statement) throws SQLException {
        if (name == DatabaseName.SQLITE) {
            try {
                statement.execute("PRAGMA busy_timeout=0");
                statement.execute("BEGIN EXCLUSIVE");
                statement.execute("ROLLBACK");
                return true;
            } catch (SQLException e) {
                return false;
            }
        }
        String others = name == DatabaseName.POSTGRESQL
                ? "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <>"
                        + " pg_backend_pid() AND backend_type = 'client backend'"
                : "SELECT count(*) FROM information_schema.processlist WHERE db = database() AND id <> connection_id()";
        try (ResultSet rows = statement.executeQuery(others)) {
            return rows.next() && rows.getInt(1) == 0;
        }
    }
}
