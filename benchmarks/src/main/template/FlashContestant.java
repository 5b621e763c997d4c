package @PACKAGE@;

import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.contestant.Writes;

/** The same calls on every database. */
public final class FlashContestant implements Contestant {
    private final AppDb db;

    private final Values values;

    public FlashContestant(String url, Values values) {
        this.values = values;
        db = AppDb.connect(url);
    }

    @Override
    public Reads reads() {
        return new FlashReads(db);
    }

    @Override
    public Writes writes() {
        return new FlashWrites(db);
    }

    @Override
    public People people() {
        return new FlashPeople(db);
    }

    @Override
    public Workloads workloads() {
        return new FlashWorkloads(db, values);
    }

    @Override
    public void close() {
        db.close();
    }
}
