package dev.flashorm.benchmarks.contestant.jdbi;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.TopUser;
import dev.flashorm.benchmarks.model.UserActivity;

final class JdbiWorkloads implements Workloads {
    private final WithJdbi with;

    JdbiWorkloads(WithJdbi with) {
        this.with = with;
    }

    @Override
    public Object complexQuery() {
        return with.jdbi.withHandle(handle ->
                handle.createQuery(Sql.COMPLEX).mapTo(UserActivity.class).list());
    }

    @Override
    public Object topUsers() {
        return with.jdbi.withHandle(
                handle -> handle.createQuery(Sql.TOP_USERS).mapTo(TopUser.class).list());
    }

    @Override
    public Object emailById(int id) {
        return with.jdbi.withHandle(handle ->
                handle.createQuery(Sql.EMAIL).bind(0, id).mapTo(String.class).one());
    }

    @Override
    public Object isAdminById(int id) {
        return with.jdbi.withHandle(handle -> handle.createQuery(Sql.IS_ADMIN)
                .bind(0, id)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public Object insertComment(int postId, int userId, String content) {
        return with.jdbi.withHandle(handle -> handle.createUpdate(Sql.INSERT_COMMENT)
                .bind(0, postId)
                .bind(1, userId)
                .bind(2, content)
                .bind(3, Comment.time(postId))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Integer.class)
                .one());
    }
}
