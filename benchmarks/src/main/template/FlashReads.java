package @PACKAGE@;

import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.model.KindStat;
import dev.flashorm.benchmarks.model.PostComments;
import dev.flashorm.benchmarks.model.UserPosts;
import dev.flashorm.runtime.query.Aggregate;

final class FlashReads implements Reads {
    private final AppDb db;

    FlashReads(AppDb db) {
        this.db = db;
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
    public Object usersWithPosts(int upTo) {
        return db.users()
                .where(Users.ID.lte(upTo))
                .orderBy(Users.ID.asc())
                .with(Users.POSTS.orderBy(Posts.ID.asc()), UserPosts::new)
                .list();
    }

    @Override
    public Object threeLevels(int upTo) {
        return db.users()
                .where(Users.ID.lte(upTo))
                .orderBy(Users.ID.asc())
                .with(
                        Users.POSTS
                                .orderBy(Posts.ID.asc())
                                .with(Posts.COMMENTS.orderBy(Comments.ID.asc()), PostComments::new),
                        UserPosts::new)
                .list();
    }

    @Override
    public Object aggregate() {
        return db.measurements()
                .groupBy(Measurements.KIND)
                .orderBy(Measurements.KIND.asc())
                .select(
                        Measurements.KIND,
                        Aggregate.count(),
                        Measurements.SMALL.sum(),
                        Measurements.BIG.max(),
                        KindStat::new)
                .list();
    }
}
