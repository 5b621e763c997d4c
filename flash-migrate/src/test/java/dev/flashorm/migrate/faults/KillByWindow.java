package dev.flashorm.migrate.faults;

import java.util.List;
import java.util.Optional;

/** kill -9 while a pause before a statement runs, when the statement begins, and while a pause after it runs. */
final class KillByWindow implements Fault {
    @Override
    public String name() {
        return "kill -9 before, in and after statement N";
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (Course course : lab.sample()) {
            int size = course.size();
            for (int step : lab.isThorough() ? lab.moments(size, size) : List.of(5)) {
                Course slow = course.slowAround(step);
                for (int moment : lab.isThorough() ? List.of(step, step + 1, step + 2) : List.of(step + 1)) {
                    killAt(lab, slow, moment, moment == step + 1 ? 0 : 100);
                }
            }
        }
    }

    private void killAt(Lab lab, Course course, int step, int millis) throws Exception {
        try (Attack attack = lab.attack(course);
                Child child = new Child(attack)) {
            if (!child.awaits("step " + step)) {
                throw new AssertionError("the run ended before statement " + step + ": " + child.end());
            }
            Thread.sleep(millis);
            child.kill();
            child.end();
            lab.judge(this).judge(attack, "statement " + step, Optional.empty(), said -> true, () -> {});
        }
    }
}
