package dev.flashorm.benchmarks.contestant.jooq;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.KindStat;
import dev.flashorm.benchmarks.model.Measurement;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.PostComments;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;

final class JooqReads implements Reads {
    private final WithJooq with;
    private final Shop shop;

    JooqReads(WithJooq with) {
        this.with = with;
        this.shop = with.shop;
    }

    @Override
    public Object getById(int id) {
        return with.sql
                .select(
                        Shop.USER_ID,
                        Shop.USER_NAME,
                        Shop.USER_EMAIL,
                        Shop.USER_ADDRESS,
                        Shop.USER_ADMIN,
                        shop.userCreated)
                .from(Shop.USERS)
                .where(Shop.USER_ID.eq(id))
                .fetchSingle(Records.mapping(User::new));
    }

    @Override
    public Object page(String fromName, int skip) {
        return with.sql
                .select(
                        Shop.USER_ID,
                        Shop.USER_NAME,
                        Shop.USER_EMAIL,
                        Shop.USER_ADDRESS,
                        Shop.USER_ADMIN,
                        shop.userCreated)
                .from(Shop.USERS)
                .where(Shop.USER_ADMIN.eq(true), Shop.USER_NAME.ge(fromName))
                .orderBy(shop.userCreated.desc(), Shop.USER_ID)
                .limit(20)
                .offset(skip)
                .fetch(Records.mapping(User::new));
    }

    @Override
    public Object thousandRows() {
        return with.sql
                .select(
                        Shop.ID,
                        field(name("label"), SQLDataType.VARCHAR),
                        field(name("note"), SQLDataType.VARCHAR),
                        Shop.KIND,
                        Shop.SMALL,
                        Shop.BIG,
                        field(name("ratio"), SQLDataType.DOUBLE),
                        field(name("amount"), SQLDataType.DECIMAL),
                        field(name("active"), SQLDataType.BOOLEAN),
                        field(name("optional"), SQLDataType.INTEGER),
                        field(name("taken_at"), shop.time),
                        field(name("ended_at"), shop.time))
                .from(Shop.MEASUREMENTS)
                .fetch(Records.mapping(JooqReads::measurement));
    }

    private static Measurement measurement(
            int id,
            String label,
            String note,
            String kind,
            int small,
            long big,
            double ratio,
            BigDecimal amount,
            boolean active,
            Integer optional,
            Instant takenAt,
            Instant endedAt) {
        return new Measurement(id, label, note, kind, small, big, ratio, amount, active, optional, takenAt, endedAt);
    }

    @Override
    public Object usersWithPosts(int upTo) {
        Field<List<Post>> posts = multiset(
                        select(Shop.POST_ID, Shop.POST_USER, Shop.POST_TITLE, Shop.POST_CONTENT, shop.postCreated)
                                .from(Shop.POSTS)
                                .where(Shop.POST_USER.eq(Shop.USER_ID))
                                .orderBy(Shop.POST_ID))
                .convertFrom(rows -> rows.map(Records.mapping(Post::new)));
        return users(posts, upTo);
    }

    private <T> List<UserPosts<User, T>> users(Field<List<T>> posts, int upTo) {
        return with.sql
                .select(
                        Shop.USER_ID,
                        Shop.USER_NAME,
                        Shop.USER_EMAIL,
                        Shop.USER_ADDRESS,
                        Shop.USER_ADMIN,
                        shop.userCreated,
                        posts)
                .from(Shop.USERS)
                .where(Shop.USER_ID.le(upTo))
                .orderBy(Shop.USER_ID)
                .fetch(row -> new UserPosts<>(
                        new User(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()),
                        row.value7()));
    }

    @Override
    public Object threeLevels(int upTo) {
        Field<List<Comment>> comments = multiset(select(
                                Shop.COMMENT_ID,
                                Shop.COMMENT_POST,
                                Shop.COMMENT_USER,
                                Shop.COMMENT_CONTENT,
                                shop.commentCreated)
                        .from(Shop.COMMENTS)
                        .where(Shop.COMMENT_POST.eq(Shop.POST_ID))
                        .orderBy(Shop.COMMENT_ID))
                .convertFrom(rows -> rows.map(Records.mapping(Comment::new)));
        Field<List<PostComments<Post, Comment>>> posts = multiset(select(
                                Shop.POST_ID,
                                Shop.POST_USER,
                                Shop.POST_TITLE,
                                Shop.POST_CONTENT,
                                shop.postCreated,
                                comments)
                        .from(Shop.POSTS)
                        .where(Shop.POST_USER.eq(Shop.USER_ID))
                        .orderBy(Shop.POST_ID))
                .convertFrom(rows -> rows.map(row -> new PostComments<>(
                        new Post(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()), row.value6())));
        return users(posts, upTo);
    }

    @Override
    public Object aggregate() {
        return with.sql
                .select(Shop.KIND, count(), sum(Shop.SMALL), max(Shop.BIG))
                .from(Shop.MEASUREMENTS)
                .groupBy(Shop.KIND)
                .orderBy(Shop.KIND)
                .fetch(row ->
                        new KindStat(row.value1(), row.value2(), row.value3().longValue(), row.value4()));
    }
}
