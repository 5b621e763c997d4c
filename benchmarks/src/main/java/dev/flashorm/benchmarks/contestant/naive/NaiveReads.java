package dev.flashorm.benchmarks.contestant.naive;

import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.PostComments;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

final class NaiveReads implements Reads {
    private final NaiveJdbc jdbc;

    NaiveReads(NaiveJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object getById(int id) {
        return jdbc.call(connection ->
                jdbc.list(connection, jdbc.rows::user, Sql.BY_ID, id).get(0));
    }

    @Override
    public Object page(String fromName, int skip) {
        return jdbc.call(connection -> jdbc.list(connection, jdbc.rows::user, Sql.PAGE, true, fromName, 20, skip));
    }

    @Override
    public Object thousandRows() {
        return jdbc.call(connection -> jdbc.list(connection, jdbc.rows::measurement, Sql.MEASUREMENTS));
    }

    @Override
    public Object usersWithPosts(int upTo) {
        return jdbc.call(connection -> {
            List<UserPosts<User, Post>> users = new ArrayList<>();
            for (User user : jdbc.list(connection, jdbc.rows::user, Sql.FIRST_USERS, upTo)) {
                users.add(new UserPosts<>(user, posts(connection, user)));
            }
            return users;
        });
    }

    private List<Post> posts(Connection connection, User user) throws SQLException {
        return jdbc.list(connection, jdbc.rows::post, Sql.POSTS_OF + "= ?" + Sql.BY_KEY, user.id());
    }

    @Override
    public Object threeLevels(int upTo) {
        return jdbc.call(connection -> {
            List<UserPosts<User, PostComments<Post, Comment>>> users = new ArrayList<>();
            for (User user : jdbc.list(connection, jdbc.rows::user, Sql.FIRST_USERS, upTo)) {
                List<PostComments<Post, Comment>> posts = new ArrayList<>();
                for (Post post : posts(connection, user)) {
                    posts.add(new PostComments<>(
                            post,
                            jdbc.list(
                                    connection, jdbc.rows::comment, Sql.COMMENTS_OF + "= ?" + Sql.BY_KEY, post.id())));
                }
                users.add(new UserPosts<>(user, posts));
            }
            return users;
        });
    }

    @Override
    public Object aggregate() {
        return jdbc.call(connection -> jdbc.list(connection, jdbc.rows::kindStat, Sql.AGGREGATE));
    }
}
