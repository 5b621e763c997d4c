package @PACKAGE@;

import dev.flashorm.benchmarks.contestant.Writes;
import java.util.ArrayList;
import java.util.List;

final class FlashWrites implements Writes {
    private final AppDb db;

    FlashWrites(AppDb db) {
        this.db = db;
    }

    @Override
    public Object insertOne(int number) {
        return db.entries().create(draft(number));
    }

    @Override
    public Object insertMany(int firstNumber, int count) {
        List<NewEntry> drafts = new ArrayList<>(count);
        for (int number = firstNumber; number < firstNumber + count; number++) {
            drafts.add(draft(number));
        }
        return db.entries().createMany(drafts);
    }

    private static NewEntry draft(int number) {
        dev.flashorm.benchmarks.model.Entry entry = dev.flashorm.benchmarks.model.Entry.numbered(number);
        return NewEntry.of(entry.name(), entry.email(), entry.flagged(), entry.createdAt())
                .withAddress(entry.address());
    }

    @Override
    public Object update(int id, String name, String address) {
        return db.users().update(id, s -> s.name(name).address(address));
    }

    @Override
    public Object upsert(String name) {
        return db.tallies().upsert(NewTally.of(name, 1), Tallies.BY_ID, s -> s.hits().increment(1));
    }
}
