package dev.flashorm.migrate.faults;

import java.util.List;
import java.util.Optional;

/** SIGINT once ends the run behind the running statement; twice, at once. */
final class CtrlC implements Fault {
    @Override
    public String name() {
        return "Ctrl-C once, twice";
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (Course course : lab.sample()) {
            for (int step : lab.moments(course.size(), 1)) {
                once(lab, course.slowAround(step), step);
                if (lab.isThorough() || step == course.size()) {
                    twice(lab, course.slowAround(step), step);
                }
            }
        }
    }

    private void once(Lab lab, Course course, int step) throws Exception {
        try (Attack attack = lab.attack(course);
                Child child = new Child(attack)) {
            start(child, step);
            child.interrupt();
            List<String> lines = child.end();
            Optional<Complaint> complaint =
                    child.exitCode() == 0 ? Optional.empty() : Optional.of(Complaint.read(lines));
            lab.judge(this)
                    .judge(
                            attack,
                            "once in statement " + step,
                            complaint,
                            said -> said.code().equals("F5311")
                                    && said.says(step + " of " + course.size())
                                    && said.where().contains("/up.sql:" + (step + 2) + ":")
                                    && said.next().equals("flash migrate up"),
                            () -> {});
        }
    }

    private void twice(Lab lab, Course course, int step) throws Exception {
        try (Attack attack = lab.attack(course);
                Child child = new Child(attack)) {
            start(child, step);
            child.interrupt();
            child.awaits("stopping");
            child.interrupt();
            child.end();
            lab.judge(this).judge(attack, "twice in statement " + step, Optional.empty(), said -> true, () -> {});
        }
    }

    private static void start(Child child, int step) throws Exception {
        if (!child.awaits("step " + step)) {
            throw new AssertionError(child.end().toString());
        }
    }
}
