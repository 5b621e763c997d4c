package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.KindStat;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.PostComments;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.util.ArrayList;
import java.util.List;

final class HibernateReads implements Reads {
    private final WithHibernate with;

    HibernateReads(WithHibernate with) {
        this.with = with;
    }

    @Override
    public Object getById(int id) {
        return with.read(session -> session.get(UserEntity.class, id));
    }

    @Override
    public Object page(String fromName, int skip) {
        return with.read(session -> session.createSelectionQuery(
                        "from UserEntity where isAdmin = true and name >= :from order by createdAt desc, id",
                        UserEntity.class)
                .setParameter("from", fromName)
                .setFirstResult(skip)
                .setMaxResults(20)
                .getResultList());
    }

    @Override
    public Object thousandRows() {
        return with.read(session -> session.createSelectionQuery("from MeasurementEntity", MeasurementEntity.class)
                .getResultList());
    }

    @Override
    public Object usersWithPosts(int upTo) {
        return with.read(session -> {
            List<UserPosts<User, Post>> result = new ArrayList<>();
            for (UserEntity user : session.createSelectionQuery(
                            "from UserEntity u left join fetch u.posts p where u.id <= :upTo order by u.id, p.id",
                            UserEntity.class)
                    .setParameter("upTo", upTo)
                    .getResultList()) {
                result.add(new UserPosts<>(
                        user.row(), user.posts.stream().map(PostEntity::row).toList()));
            }
            return result;
        });
    }

    @Override
    public Object threeLevels(int upTo) {
        return with.read(session -> {
            List<UserPosts<User, PostComments<Post, Comment>>> result = new ArrayList<>();
            for (UserEntity user : session.createSelectionQuery(
                            "from UserEntity u left join fetch u.posts p left join fetch p.comments c"
                                    + " where u.id <= :upTo order by u.id, p.id, c.id",
                            UserEntity.class)
                    .setParameter("upTo", upTo)
                    .getResultList()) {
                List<PostComments<Post, Comment>> posts = new ArrayList<>();
                for (PostEntity post : user.posts) {
                    posts.add(new PostComments<>(
                            post.row(),
                            post.comments.stream().map(CommentEntity::row).toList()));
                }
                result.add(new UserPosts<>(user.row(), posts));
            }
            return result;
        });
    }

    @Override
    public Object aggregate() {
        return with.read(session -> session.createSelectionQuery(
                        "select kind, count(*), sum(small), max(big) from MeasurementEntity group by kind order by kind",
                        KindStat.class)
                .getResultList());
    }
}
