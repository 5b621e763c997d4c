package dev.flashorm.migrate.faults;

import java.util.List;
import java.util.Optional;

/** Statement N of M is refused: for an unknown table, for a row that is there already, for its syntax. */
final class FailingStatement implements Fault {
    private static final List<String> REFUSED = List.of(
            "INSERT INTO nowhere VALUES (1)",
            "INSERT INTO kept (id) VALUES (1)",
            "CREATE TABLE broken (id INT,, n INT)");

    @Override
    public String name() {
        return "statement N of M fails";
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (Course course : lab.courses()) {
            for (int step : lab.moments(course.size(), 3)) {
                for (String refused : lab.isThorough() ? REFUSED : List.of(REFUSED.get(step % REFUSED.size()))) {
                    fail(lab, course, step, refused);
                }
            }
        }
    }

    private void fail(Lab lab, Course course, int step, String refused) throws Exception {
        try (Attack attack = lab.attack(course.replaced(step, refused))) {
            Optional<Complaint> complaint = attack.run();
            if (complaint.isEmpty()) {
                throw new AssertionError("nothing refused " + refused);
            }
            lab.judge(this)
                    .judge(
                            attack,
                            "statement " + step + ": " + refused,
                            complaint,
                            said -> said.blames(course, step),
                            () -> attack.rewrite(course));
        }
    }
}
