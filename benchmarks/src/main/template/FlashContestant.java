package @PACKAGE@;

import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.model.UserPosts;
import java.util.ArrayList;
import java.util.List;

/** The same calls on every database. */
public final class FlashContestant implements Contestant {
    private final AppDb db;

    public FlashContestant(String url) {
        db = AppDb.connect(url);
    }

    @Override
    public Object getById(int id) {
        return db.users().findById(id).orElseThrow();
    }

    @Override
    public Object page(String fromName, int skip) {
        return db.users()
                .where(Users.IS_ADMIN.eq(true), Users.NAME.gte(fromName))
                .orderBy(Users.CREATED_AT.desc(), Users.ID.asc())
                .skip(skip)
                .take(20)
                .list();
    }

    @Override
    public Object thousandRows() {
        return db.measurements().list();
    }

    @Override
    public Object insertOne(int number) {
        return db.entries().create(draft(number));
    }

    @Override
    public Object insertThousand(int firstNumber) {
        List<NewEntry> drafts = new ArrayList<>(1000);
        for (int number = firstNumber; number < firstNumber + 1000; number++) {
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
    public Object usersWithPosts() {
        return db.users()
                .where(Users.ID.lte(50))
                .orderBy(Users.ID.asc())
                .with(Users.POSTS.orderBy(Posts.ID.asc()), UserPosts::new)
                .list();
    }

    @Override
    public void close() {
        db.close();
    }
}
