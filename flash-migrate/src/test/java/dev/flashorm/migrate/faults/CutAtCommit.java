package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.faults.CuttingProxy.Cut;
import dev.flashorm.testing.DatabaseName;
import java.util.concurrent.atomic.AtomicInteger;

/** Every COMMIT of a run once lost on the way, and once its answer. */
final class CutAtCommit implements Fault {
    @Override
    public String name() {
        return "COMMIT or its answer lost";
    }

    @Override
    public boolean fits(DatabaseName database) {
        return database != DatabaseName.SQLITE;
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (Course course : lab.courses()) {
            // A transaction for each group of statements; one when all of them share it.
            for (int number = 1; number <= (course.transactional() ? 1 : 2); number++) {
                for (Cut cut : new Cut[] {Cut.BEFORE, Cut.AFTER}) {
                    AtomicInteger commits = new AtomicInteger();
                    int limit = number;
                    CutAtPacket.cut(
                            lab,
                            course,
                            "COMMIT " + number + " " + cut,
                            packet -> packet.contains("COMMIT") && commits.incrementAndGet() == limit ? cut : Cut.PASS,
                            this);
                }
            }
        }
    }
}
