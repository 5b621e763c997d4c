package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.TopUser;
import dev.flashorm.benchmarks.model.UserActivity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The long queries as native SQL, which is the same for everybody. */
final class HibernateWorkloads implements Workloads {
    private final WithHibernate with;

    HibernateWorkloads(WithHibernate with) {
        this.with = with;
    }

    @Override
    public Object complexQuery() {
        Class<?> time = with.values == Values.SQLITE ? String.class : LocalDateTime.class;
        return with.read(session -> {
            List<UserActivity> users = new ArrayList<>();
            for (Object[] row : session.createNativeQuery(Sql.COMPLEX, Object[].class)
                    .addScalar("id", Integer.class)
                    .addScalar("name", String.class)
                    .addScalar("posts", Long.class)
                    .addScalar("comments", Long.class)
                    .addScalar("last_post", time)
                    .getResultList()) {
                users.add(new UserActivity(
                        (Integer) row[0], (String) row[1], (Long) row[2], (Long) row[3], instant(row[4])));
            }
            return users;
        });
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse((String) value).toInstant();
    }

    @Override
    public Object topUsers() {
        return with.read(session -> {
            List<TopUser> users = new ArrayList<>();
            for (Object[] row : session.createNativeQuery(Sql.TOP_USERS, Object[].class)
                    .addScalar("id", Integer.class)
                    .addScalar("name", String.class)
                    .addScalar("posts", Long.class)
                    .getResultList()) {
                users.add(new TopUser((Integer) row[0], (String) row[1], (Long) row[2]));
            }
            return users;
        });
    }

    @Override
    public Object emailById(int id) {
        return with.read(
                session -> session.createSelectionQuery("select email from UserEntity where id = :id", String.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }

    @Override
    public Object isAdminById(int id) {
        return with.read(
                session -> session.createSelectionQuery("select isAdmin from UserEntity where id = :id", Boolean.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }

    @Override
    public Object insertComment(int postId, int userId, String content) {
        return with.write(session -> {
            CommentEntity comment = new CommentEntity();
            comment.post = new PostEntity();
            comment.post.id = postId;
            comment.userId = userId;
            comment.content = content;
            comment.createdAt = Comment.time(postId);
            session.insert(comment);
            return comment.id;
        });
    }
}
