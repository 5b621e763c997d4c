package dev.flashorm.benchmarks.contestant.mybatis;

import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.PostComments;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class MybatisReads implements Reads {
    private final WithMybatis with;

    MybatisReads(WithMybatis with) {
        this.with = with;
    }

    @Override
    public Object getById(int id) {
        return with.run(true, mapper -> mapper.getById(id));
    }

    @Override
    public Object page(String fromName, int skip) {
        return with.run(true, mapper -> mapper.page(true, fromName, 20, skip));
    }

    @Override
    public Object thousandRows() {
        return with.run(true, ShopMapper::measurements);
    }

    @Override
    public Object usersWithPosts(int upTo) {
        return with.run(true, mapper -> {
            List<User> users = mapper.firstUsers(upTo);
            Map<Integer, List<Post>> posts =
                    byUser(mapper.posts(users.stream().map(User::id).toList()));
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
        return with.run(true, mapper -> {
            List<User> users = mapper.firstUsers(upTo);
            List<Post> posts = mapper.posts(users.stream().map(User::id).toList());
            Map<Integer, List<Comment>> comments = new HashMap<>();
            for (Comment comment : mapper.comments(posts.stream().map(Post::id).toList())) {
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
        return with.run(true, ShopMapper::aggregate);
    }
}
