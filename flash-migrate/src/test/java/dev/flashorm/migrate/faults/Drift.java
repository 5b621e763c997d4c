package dev.flashorm.migrate.faults;

import java.util.Optional;

/** Somebody changed the database by hand, so that a statement meets something else than its author knew. */
final class Drift implements Fault {
    @Override
    public String name() {
        return "drift";
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (Course course : lab.courses()) {
            meets(lab, course, "CREATE TABLE fa (x INT)", "DROP TABLE fa", 1);
            meets(lab, course, "ALTER TABLE kept ADD COLUMN n INT", "ALTER TABLE kept DROP COLUMN n", 3);
            if (lab.isThorough()) {
                meets(lab, course, "ALTER TABLE kept RENAME TO gone", "ALTER TABLE gone RENAME TO kept", 3);
                meets(lab, course, "CREATE TABLE fb (x INT)", "DROP TABLE fb", 6);
                meets(lab, course, "ALTER TABLE kept ADD COLUMN txt INT", "ALTER TABLE kept DROP COLUMN txt", 8);
            }
        }
    }

    private void meets(Lab lab, Course course, String drift, String undo, int step) throws Exception {
        try (Attack attack = lab.attack(course)) {
            attack.scene.database.execute(drift);
            Optional<Complaint> complaint = attack.run();
            if (complaint.isEmpty()) {
                throw new AssertionError("nothing stopped at " + drift);
            }
            // What drifted is taken back first: what is left then is what the run did, and nothing of it may be lost.
            attack.scene.database.execute(undo);
            lab.judge(this).judge(attack, drift, complaint, said -> said.blames(course, step), () -> {});
        }
    }
}
