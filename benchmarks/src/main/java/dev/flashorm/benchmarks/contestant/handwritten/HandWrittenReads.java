package dev.flashorm.benchmarks.contestant.handwritten;

import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.KindStat;
import dev.flashorm.benchmarks.model.Measurement;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.PostComments;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class HandWrittenReads implements Reads {
    private final Expert expert;

    HandWrittenReads(Expert expert) {
        this.expert = expert;
    }

    @Override
    public Object getById(int id) {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.BY_ID);
            statement.setInt(1, id);
            User user;
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                user = expert.rows.user(rows);
            }
            expert.done(statement);
            return user;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object page(String fromName, int skip) {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.PAGE);
            statement.setBoolean(1, true);
            statement.setString(2, fromName);
            statement.setInt(3, 20);
            statement.setInt(4, skip);
            List<User> users = users(statement);
            expert.done(statement);
            return users;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<User> users(PreparedStatement statement) throws SQLException {
        List<User> users = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                users.add(expert.rows.user(rows));
            }
        }
        return users;
    }

    @Override
    public Object thousandRows() {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.MEASUREMENTS);
            List<Measurement> measurements = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    measurements.add(expert.rows.measurement(rows));
                }
            }
            expert.done(statement);
            return measurements;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object usersWithPosts(int upTo) {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.FIRST_USERS);
            statement.setInt(1, upTo);
            List<User> users = users(statement);
            expert.done(statement);
            Map<Integer, List<Post>> posts = postsOf(connection, users);
            List<UserPosts<User, Post>> result = new ArrayList<>(users.size());
            for (User user : users) {
                result.add(new UserPosts<>(user, posts.getOrDefault(user.id(), List.of())));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<Integer, List<Post>> postsOf(Connection connection, List<User> users) throws SQLException {
        int[] ids = new int[users.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = users.get(i).id();
        }
        Map<Integer, List<Post>> posts = new HashMap<>();
        PreparedStatement related = expert.byKeys(connection, Sql.POSTS_OF, ids);
        try (ResultSet rows = related.executeQuery()) {
            while (rows.next()) {
                Post post = expert.rows.post(rows);
                posts.computeIfAbsent(post.userId(), unused -> new ArrayList<>())
                        .add(post);
            }
        }
        expert.done(related);
        return posts;
    }

    @Override
    public Object threeLevels(int upTo) {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.FIRST_USERS);
            statement.setInt(1, upTo);
            List<User> users = users(statement);
            expert.done(statement);
            Map<Integer, List<Post>> posts = postsOf(connection, users);
            Map<Integer, List<Comment>> comments = commentsOf(connection, posts);
            List<UserPosts<User, PostComments<Post, Comment>>> result = new ArrayList<>(users.size());
            for (User user : users) {
                List<Post> mine = posts.getOrDefault(user.id(), List.of());
                List<PostComments<Post, Comment>> commented = new ArrayList<>(mine.size());
                for (Post post : mine) {
                    commented.add(new PostComments<>(post, comments.getOrDefault(post.id(), List.of())));
                }
                result.add(new UserPosts<>(user, commented));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<Integer, List<Comment>> commentsOf(Connection connection, Map<Integer, List<Post>> posts)
            throws SQLException {
        int count = 0;
        for (List<Post> some : posts.values()) {
            count += some.size();
        }
        int[] ids = new int[count];
        int at = 0;
        for (List<Post> some : posts.values()) {
            for (Post post : some) {
                ids[at++] = post.id();
            }
        }
        Map<Integer, List<Comment>> comments = new HashMap<>();
        PreparedStatement related = expert.byKeys(connection, Sql.COMMENTS_OF, ids);
        try (ResultSet rows = related.executeQuery()) {
            while (rows.next()) {
                Comment comment = expert.rows.comment(rows);
                comments.computeIfAbsent(comment.postId(), unused -> new ArrayList<>())
                        .add(comment);
            }
        }
        expert.done(related);
        return comments;
    }

    @Override
    public Object aggregate() {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.AGGREGATE);
            List<KindStat> stats = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    stats.add(expert.rows.kindStat(rows));
                }
            }
            expert.done(statement);
            return stats;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
