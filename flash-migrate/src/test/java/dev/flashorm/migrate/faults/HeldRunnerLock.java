package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.execute.ExecutorOptions;
import java.time.Duration;
import java.util.Optional;

/** Another process is migrating: who is it, and does it get to its end undisturbed? */
final class HeldRunnerLock implements Fault {
    @Override
    public String name() {
        return "the runner lock is held";
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (Course course : lab.sample()) {
            for (int step : lab.isThorough() ? lab.moments(course.size(), 8) : lab.moments(course.size(), 1)) {
                hold(lab, course.slowAround(step), step);
            }
        }
    }

    private void hold(Lab lab, Course course, int step) throws Exception {
        try (Attack attack = lab.attack(course);
                Child child = new Child(attack)) {
            if (!child.awaits("step " + step)) {
                throw new AssertionError(child.end().toString());
            }
            Optional<Complaint> complaint =
                    attack.run(ExecutorOptions.defaults("test").withLockWait(Duration.ofMillis(100)));
            String owner = "pid " + child.pid();
            lab.judge(this)
                    .held(
                            attack,
                            'E',
                            complaint.isPresent()
                                    && complaint.get().code().equals("F5510")
                                    && complaint.get().says(owner),
                            "statement " + step,
                            "wanted " + owner + ", got " + complaint);
            boolean done = child.end().stream().anyMatch(line -> line.startsWith("done 1"));
            lab.judge(this).held(attack, 'B', done, "statement " + step, "the first run did not end well");
            lab.judge(this)
                    .judge(
                            attack,
                            "statement " + step,
                            complaint,
                            said -> said.says(owner) && said.next().startsWith("flash "),
                            () -> {});
        }
    }
}
