package dev.flashorm.benchmarks.contestant.jooq;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.TopUser;
import dev.flashorm.benchmarks.model.UserActivity;

/** The long queries as plain SQL, which is the same for everybody. */
final class JooqWorkloads implements Workloads {
    private final WithJooq with;

    JooqWorkloads(WithJooq with) {
        this.with = with;
    }

    @Override
    public Object complexQuery() {
        return with.sql
                .resultQuery(Sql.COMPLEX)
                .fetch(row -> new UserActivity(
                        row.get(0, Integer.class),
                        row.get(1, String.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, with.shop.created.getConverter())));
    }

    @Override
    public Object topUsers() {
        return with.sql
                .resultQuery(Sql.TOP_USERS)
                .fetch(row -> new TopUser(row.get(0, Integer.class), row.get(1, String.class), row.get(2, Long.class)));
    }

    @Override
    public Object emailById(int id) {
        return with.sql
                .select(Shop.USER_EMAIL)
                .from(Shop.USERS)
                .where(Shop.USER_ID.eq(id))
                .fetchSingle()
                .value1();
    }

    @Override
    public Object isAdminById(int id) {
        return with.sql
                .select(Shop.USER_ADMIN)
                .from(Shop.USERS)
                .where(Shop.USER_ID.eq(id))
                .fetchSingle()
                .value1();
    }

    @Override
    public Object insertComment(int postId, int userId, String content) {
        return with.sql
                .insertInto(
                        Shop.COMMENTS,
                        Shop.COMMENT_POST,
                        Shop.COMMENT_USER,
                        Shop.COMMENT_CONTENT,
                        with.shop.commentCreated)
                .values(postId, userId, content, Comment.time(postId))
                .returningResult(Shop.COMMENTS.id)
                .fetchSingle()
                .value1();
    }
}
