package dev.flashorm.migrate.faults;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestServer;
import java.util.ArrayList;
import java.util.List;

/** Where faults of one database are tried out. */
final class Lab {
    private final TestServer server;
    private final FaultTable table;
    private final boolean thorough;
    private final List<Course> courses = new ArrayList<>();

    /** @param thorough every moment of a run, or a few of them */
    Lab(TestServer server, FaultTable table, boolean thorough) {
        this.server = server;
        this.table = table;
        this.thorough = thorough;
        courses.add(Course.whole(server));
        if (server.name() == DatabaseName.POSTGRESQL) {
            courses.add(Course.withStepAlone(server));
        }
    }

    /** The same on another server of the same kind. */
    Lab on(TestServer other) {
        return new Lab(other, table, thorough);
    }

    TestServer server() {
        return server;
    }

    boolean isThorough() {
        return thorough;
    }

    /** The migrations that are attacked: whole in a transaction or not. */
    List<Course> courses() {
        return courses;
    }

    /** All of them, or the one that takes the longer way through the executor. */
    List<Course> sample() {
        return thorough ? courses : courses.subList(courses.size() - 1, courses.size());
    }

    Course first() {
        return courses.get(0);
    }

    Attack attack(Course course) {
        return new Attack(server, course);
    }

    Judge judge(Fault fault) {
        return new Judge(table, fault.name());
    }

    /** All of 1 to n, or about `few` of them; the last one always. */
    List<Integer> moments(int n, int few) {
        List<Integer> moments = new ArrayList<>();
        int stride = thorough ? 1 : Math.max(1, n / few);
        for (int i = n; i >= 1; i -= stride) {
            moments.add(0, i);
        }
        return moments;
    }
}
