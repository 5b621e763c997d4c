package @PACKAGE@;

import dev.flashorm.benchmarks.contestant.Rows;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.model.TopUser;
import dev.flashorm.benchmarks.model.UserActivity;
import java.util.ArrayList;
import java.util.List;

/** The long queries as statements of one's own, which are the same SQL for everybody. */
final class FlashWorkloads implements Workloads {
    private final AppDb db;
    private final Rows map;

    FlashWorkloads(AppDb db, Values values) {
        this.db = db;
        this.map = new Rows(values);
    }

    @Override
    public Object complexQuery() {
        return db.database().session().query(Sql.COMPLEX, statement -> {}, rows -> {
            List<UserActivity> users = new ArrayList<>();
            while (rows.next()) {
                users.add(map.userActivity(rows));
            }
            return users;
        });
    }

    @Override
    public Object topUsers() {
        return db.database().session().query(Sql.TOP_USERS, statement -> {}, rows -> {
            List<TopUser> users = new ArrayList<>();
            while (rows.next()) {
                users.add(map.topUser(rows));
            }
            return users;
        });
    }

    @Override
    public Object emailById(int id) {
        return db.users().where(Users.ID.eq(id)).select(Users.EMAIL).one();
    }

    @Override
    public Object isAdminById(int id) {
        return db.users().where(Users.ID.eq(id)).select(Users.IS_ADMIN).one();
    }

    @Override
    public Object insertComment(int postId, int userId, String content) {
        return db.comments()
                .create(NewComment.of(
                        postId, userId, content, dev.flashorm.benchmarks.model.Comment.time(postId)))
                .id();
    }
}
