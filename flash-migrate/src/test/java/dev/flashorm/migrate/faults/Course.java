package dev.flashorm.migrate.faults;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestServer;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of the migration under attack, and what the database holds after each of them when nothing goes wrong.
 *
 * @param states one more than statements: the first is the one before
 * @param transactional whether the database can take all of it back
 */
record Course(DatabaseName database, List<String> statements, List<Snapshot> states, boolean transactional) {
    /** The rows that must survive everything. */
    static final List<String> KEPT = List.of("1 one; two", "2 zwei -- drei", "3 /* quatre");

    Course {
        statements = List.copyOf(statements);
        states = List.copyOf(states);
    }

    /** What the database holds before the migration under attack: a migration of its own. */
    static String ground() {
        return "CREATE TABLE kept (id INT PRIMARY KEY, t VARCHAR(40));\n"
                + "INSERT INTO kept VALUES (1, 'one; two'), (2, 'zwei -- drei'), (3, '/* quatre');";
    }

    /** Tables, rows, an added column, changed rows, an index, a foreign key and a renamed column. */
    static Course whole(TestServer server) {
        return run(server, statements("CREATE INDEX fa_note ON fa (note)"), isTransactional(server));
    }

    /** On PostgreSQL, with a step in the middle that it refuses to take into a transaction. */
    static Course withStepAlone(TestServer server) {
        return run(server, statements("CREATE INDEX CONCURRENTLY fa_note ON fa (note)"), false);
    }

    /** Some eight megabytes of rows. */
    static Course large(TestServer server) {
        String rows = server.name() == DatabaseName.POSTGRESQL
                ? "INSERT INTO fa SELECT x, repeat(md5(x::text), 120) FROM generate_series(1, 2000) x"
                : "INSERT INTO fa WITH RECURSIVE a(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM a WHERE x < 39),"
                        + " b(y) AS (SELECT 1 UNION ALL SELECT y + 1 FROM b WHERE y < 50)"
                        + " SELECT x * 50 + y, REPEAT('flash', 760) FROM a, b";
        return run(
                server,
                List.of(
                        "CREATE TABLE fa (id INT PRIMARY KEY, note VARCHAR(4000))",
                        rows,
                        "ALTER TABLE kept ADD COLUMN n INT"),
                isTransactional(server));
    }

    private static List<String> statements(String index) {
        return List.of(
                "CREATE TABLE fa (id INT PRIMARY KEY, note VARCHAR(40))",
                "INSERT INTO fa VALUES (1, 'a; b'), (2, '-- c'), (3, NULL)",
                "ALTER TABLE kept ADD COLUMN n INT",
                "UPDATE kept SET n = id * 10",
                index,
                "CREATE TABLE fb (id INT PRIMARY KEY, fa INT, CONSTRAINT fb_fa FOREIGN KEY (fa) REFERENCES fa (id))",
                "INSERT INTO fb VALUES (1, 1), (2, 2)",
                "ALTER TABLE kept RENAME COLUMN t TO txt");
    }

    static boolean isTransactional(TestServer server) {
        return server.name() == DatabaseName.SQLITE || server.name() == DatabaseName.POSTGRESQL;
    }

    private static Course run(TestServer server, List<String> statements, boolean transactional) {
        try (TestDatabase scratch = server.create()) {
            scratch.execute(ground().split(";\n", -1)[0], ground().split(";\n", -1)[1]);
            List<Snapshot> states = new ArrayList<>();
            states.add(Snapshot.of(scratch));
            for (String statement : statements) {
                scratch.execute(statement);
                states.add(Snapshot.of(scratch));
            }
            return new Course(server.name(), statements, states, transactional);
        }
    }

    /** The same with a pause before and after one statement; 1-based. */
    Course slowAround(int step) {
        List<String> slow = new ArrayList<>(statements);
        List<Snapshot> longer = new ArrayList<>(states);
        slow.add(step, pause());
        longer.add(step + 1, states.get(step));
        return new Course(database, slow, longer, transactional).preceded(step, pause());
    }

    /** The same with a statement that changes nothing put before another; 1-based. */
    Course preceded(int step, String statement) {
        List<String> longer = new ArrayList<>(statements);
        List<Snapshot> more = new ArrayList<>(states);
        longer.add(step - 1, statement);
        more.add(step, states.get(step - 1));
        return new Course(database, longer, more, transactional);
    }

    /** The same with another statement in one place; the states hold up to there. */
    Course replaced(int step, String statement) {
        List<String> other = new ArrayList<>(statements);
        other.set(step - 1, statement);
        return new Course(database, other, states, transactional);
    }

    /** Some 300 milliseconds in which a statement is running. */
    private String pause() {
        return switch (database) {
            case POSTGRESQL -> "SELECT pg_sleep(0.3)";
            case SQLITE ->
                "SELECT count(*) FROM (WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 1500000)"
                        + " SELECT x FROM c)";
            case MYSQL, MARIADB -> "DO SLEEP(0.3)";
            case MONGODB -> throw new IllegalArgumentException("MongoDB has no SQL");
        };
    }

    int size() {
        return statements.size();
    }

    Snapshot before() {
        return states.get(0);
    }

    Snapshot after() {
        return states.get(states.size() - 1);
    }

    /** The file: statement k stands in line k + 1. */
    String sql() {
        return "-- under attack\n" + String.join(";\n", statements) + ";\n";
    }
}
