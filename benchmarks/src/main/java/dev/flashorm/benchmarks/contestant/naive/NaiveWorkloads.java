package dev.flashorm.benchmarks.contestant.naive;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.model.Comment;

final class NaiveWorkloads implements Workloads {
    private final NaiveJdbc jdbc;

    NaiveWorkloads(NaiveJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object complexQuery() {
        return jdbc.call(connection -> jdbc.list(connection, jdbc.rows::userActivity, Sql.COMPLEX));
    }

    @Override
    public Object topUsers() {
        return jdbc.call(connection -> jdbc.list(connection, jdbc.rows::topUser, Sql.TOP_USERS));
    }

    @Override
    public Object emailById(int id) {
        return jdbc.call(connection ->
                jdbc.list(connection, row -> row.getString(1), Sql.EMAIL, id).get(0));
    }

    @Override
    public Object isAdminById(int id) {
        return jdbc.call(connection -> jdbc.list(connection, row -> row.getBoolean(1), Sql.IS_ADMIN, id)
                .get(0));
    }

    @Override
    public Object insertComment(int postId, int userId, String content) {
        return jdbc.call(connection ->
                jdbc.insert(connection, Sql.INSERT_COMMENT, postId, userId, content, Comment.time(postId)));
    }
}
