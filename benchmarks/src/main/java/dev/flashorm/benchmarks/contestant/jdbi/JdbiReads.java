package dev.flashorm.benchmarks.contestant.jdbi;

import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.KindStat;
import dev.flashorm.benchmarks.model.Measurement;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.PostComments;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class JdbiReads implements Reads {
    private final WithJdbi with;

    JdbiReads(WithJdbi with) {
        this.with = with;
    }

    @Override
    public Object getById(int id) {
        return with.jdbi.withHandle(handle ->
                handle.createQuery(Sql.BY_ID).bind(0, id).mapTo(User.class).one());
    }

    @Override
    public Object page(String fromName, int skip) {
        return with.jdbi.withHandle(handle -> handle.createQuery(Sql.PAGE)
                .bind(0, true)
                .bind(1, fromName)
                .bind(2, 20)
                .bind(3, skip)
                .mapTo(User.class)
                .list());
    }

    @Override
    public Object thousandRows() {
        return with.jdbi.withHandle(handle ->
                handle.createQuery(Sql.MEASUREMENTS).mapTo(Measurement.class).list());
    }

    @Override
    public Object usersWithPosts(int upTo) {
        return with.jdbi.withHandle(handle -> {
            List<User> users = handle.createQuery(Sql.FIRST_USERS)
                    .bind(0, upTo)
                    .mapTo(User.class)
                    .list();
            Map<Integer, List<Post>> posts = byUser(with.byKeys(
                    handle,
                    Post.class,
                    Sql.POSTS_OF,
                    users.stream().map(User::id).toList()));
            List<UserPosts<User, Post>> result = new ArrayList<>();
            users.forEach(user -> result.add(new UserPosts<>(user, posts.getOrDefault(user.id(), List.of()))));
            return result;
        });
    }

    private static Map<Integer, List<Post>> byUser(List<Post> posts) {
        Map<Integer, List<Post>> byUser = new HashMap<>();
        for (Post post : posts) {
            byUser.computeIfAbsent(post.userId(), unused -> new ArrayList<>()).add(post);
        }
        return byUser;
    }

    @Override
    public Object threeLevels(int upTo) {
        return with.jdbi.withHandle(handle -> {
            List<User> users = handle.createQuery(Sql.FIRST_USERS)
                    .bind(0, upTo)
                    .mapTo(User.class)
                    .list();
            List<Post> posts = with.byKeys(
                    handle,
                    Post.class,
                    Sql.POSTS_OF,
                    users.stream().map(User::id).toList());
            Map<Integer, List<Comment>> comments = new HashMap<>();
            for (Comment comment : with.byKeys(
                    handle,
                    Comment.class,
                    Sql.COMMENTS_OF,
                    posts.stream().map(Post::id).toList())) {
                comments.computeIfAbsent(comment.postId(), unused -> new ArrayList<>())
                        .add(comment);
            }
            Map<Integer, List<Post>> byUser = byUser(posts);
            List<UserPosts<User, PostComments<Post, Comment>>> result = new ArrayList<>();
            for (User user : users) {
                List<PostComments<Post, Comment>> commented = new ArrayList<>();
                for (Post post : byUser.getOrDefault(user.id(), List.of())) {
                    commented.add(new PostComments<>(post, comments.getOrDefault(post.id(), List.of())));
                }
                result.add(new UserPosts<>(user, commented));
            }
            return result;
        });
    }

    @Override
    public Object aggregate() {
        return with.jdbi.withHandle(handle ->
                handle.createQuery(Sql.AGGREGATE).mapTo(KindStat.class).list());
    }
}
