package dev.flashorm.migrate.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two, five and twenty processes at once: one of them runs the migration, the others find it done. */
final class ManyRunners implements Fault {
    @Override
    public String name() {
        return "2, 5, 20 runners at once";
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (int count : lab.isThorough() ? List.of(2, 5, 20) : List.of(3)) {
            for (Course course : lab.sample()) {
                race(lab, course.slowAround(4), count);
            }
        }
    }

    private void race(Lab lab, Course course, int count) throws Exception {
        List<Child> children = new ArrayList<>();
        try (Attack attack = lab.attack(course)) {
            for (int i = 0; i < count; i++) {
                children.add(new Child(attack));
            }
            int workers = 0;
            int content = 0;
            List<String> all = new ArrayList<>();
            for (Child child : children) {
                List<String> lines = child.end();
                workers += lines.stream().anyMatch(line -> line.startsWith("step ")) ? 1 : 0;
                content += child.exitCode() == 0 ? 1 : 0;
                all.addAll(lines);
            }
            String moment = count + " runners";
            lab.judge(this).held(attack, 'E', workers == 1, moment, workers + " executed statements: " + all);
            lab.judge(this).held(attack, 'B', content == count, moment, content + " ended well: " + all);
            lab.judge(this).judge(attack, moment, Optional.empty(), said -> true, () -> {});
        } finally {
            children.forEach(Child::close);
        }
    }
}
