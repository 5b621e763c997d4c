package dev.flashorm.benchmarks.contestant;

import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Measurement;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Positional parameters, row mappers by hand (its documentation calls them the fastest), batches for many rows. */
public final class WithJdbi implements Contestant {
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean arrays;

    public WithJdbi(String jdbcUrl, Values values) {
        pool = Pools.open(jdbcUrl, values);
        arrays = values == Values.POSTGRESQL;
        Rows map = new Rows(values);
        jdbi = Jdbi.create(pool)
                .registerRowMapper(User.class, (rows, context) -> map.user(rows))
                .registerRowMapper(Post.class, (rows, context) -> map.post(rows))
                .registerRowMapper(Entry.class, (rows, context) -> map.entry(rows))
                .registerRowMapper(Measurement.class, (rows, context) -> map.measurement(rows))
                .registerArgument(new Times(values))
                .registerArrayType(Integer.class, "int4");
    }

    private static final class Times extends AbstractArgumentFactory<Instant> {
        private final Values values;

        Times(Values values) {
            super(Types.TIMESTAMP);
            this.values = values;
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> values.setInstant(statement, position, value);
        }
    }

    @Override
    public Object getById(int id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(Sql.BY_ID).bind(0, id).mapTo(User.class).one());
    }

    @Override
    public Object page(String fromName, int skip) {
        return jdbi.withHandle(handle -> handle.createQuery(Sql.PAGE)
                .bind(0, true)
                .bind(1, fromName)
                .bind(2, 20)
                .bind(3, skip)
                .mapTo(User.class)
                .list());
    }

    @Override
    public Object thousandRows() {
        return jdbi.withHandle(handle ->
                handle.createQuery(Sql.MEASUREMENTS).mapTo(Measurement.class).list());
    }

    @Override
    public Object insertOne(int number) {
        Entry entry = Entry.numbered(number);
        return jdbi.withHandle(handle -> handle.createQuery(Sql.INSERT + Sql.RETURNING)
                .bind(0, entry.name())
                .bind(1, entry.email())
                .bind(2, entry.address())
                .bind(3, entry.flagged())
                .bind(4, entry.createdAt())
                .mapTo(Entry.class)
                .one());
    }

    /** A batch that gives rows back works on PostgreSQL only; elsewhere it is a statement for each row. */
    @Override
    public Object insertThousand(int firstNumber) {
        if (!arrays) {
            return jdbi.inTransaction(handle -> {
                List<Entry> entries = new ArrayList<>();
                for (int number = firstNumber; number < firstNumber + 1000; number++) {
                    Entry entry = Entry.numbered(number);
                    entries.add(handle.createQuery(Sql.INSERT + Sql.RETURNING)
                            .bind(0, entry.name())
                            .bind(1, entry.email())
                            .bind(2, entry.address())
                            .bind(3, entry.flagged())
                            .bind(4, entry.createdAt())
                            .mapTo(Entry.class)
                            .one());
                }
                return entries;
            });
        }
        return jdbi.inTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(Sql.INSERT);
            for (int number = firstNumber; number < firstNumber + 1000; number++) {
                Entry entry = Entry.numbered(number);
                batch.bind(0, entry.name())
                        .bind(1, entry.email())
                        .bind(2, entry.address())
                        .bind(3, entry.flagged())
                        .bind(4, entry.createdAt())
                        .add();
            }
            return batch.executePreparedBatch("id", "name", "email", "address", "flagged", "created_at")
                    .mapTo(Entry.class)
                    .list();
        });
    }

    @Override
    public Object update(int id, String name, String address) {
        return jdbi.withHandle(handle -> handle.createUpdate(Sql.UPDATE)
                        .bind(0, name)
                        .bind(1, address)
                        .bind(2, id)
                        .execute()
                > 0);
    }

    @Override
    public Object usersWithPosts() {
        return jdbi.withHandle(handle -> {
            List<User> users =
                    handle.createQuery(Sql.FIFTY_USERS).mapTo(User.class).list();
            Map<Integer, List<Post>> posts = new HashMap<>();
            for (Post post : posts(handle, users.stream().map(User::id).toList())) {
                posts.computeIfAbsent(post.userId(), unused -> new ArrayList<>())
                        .add(post);
            }
            List<UserPosts<User, Post>> result = new ArrayList<>();
            users.forEach(user -> result.add(new UserPosts<>(user, posts.getOrDefault(user.id(), List.of()))));
            return result;
        });
    }

    private List<Post> posts(Handle handle, List<Integer> ids) {
        String select = "SELECT " + Sql.POST_COLUMNS + " FROM posts WHERE user_id ";
        return arrays
                ? handle.createQuery(select + "= ANY (?) ORDER BY id")
                        .bindArray(0, Integer.class, ids)
                        .mapTo(Post.class)
                        .list()
                : handle.createQuery(select + "IN (<ids>) ORDER BY id")
                        .bindList("ids", ids)
                        .mapTo(Post.class)
                        .list();
    }

    @Override
    public void close() {
        pool.close();
    }
}
