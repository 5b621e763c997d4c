package dev.flashorm.benchmarks.contestant;

import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** A session for each call, in auto-commit mode where one statement is all. */
public final class WithMybatis implements Contestant {
    private final HikariDataSource pool;
    private final SqlSessionFactory sessions;

    public WithMybatis(String jdbcUrl, Values values) {
        pool = Pools.open(jdbcUrl, values);
        Configuration configuration =
                new Configuration(new Environment("benchmark", new JdbcTransactionFactory(), pool));
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setArgNameBasedConstructorAutoMapping(false);
        configuration.getTypeHandlerRegistry().register(Instant.class, new Times(values));
        configuration.getTypeHandlerRegistry().register(BigDecimal.class, new Decimals(values));
        configuration.addMapper(ShopMapper.class);
        sessions = new SqlSessionFactoryBuilder().build(configuration);
    }

    private static final class Times extends BaseTypeHandler<Instant> {
        private final Values values;

        Times(Values values) {
            this.values = values;
        }

        @Override
        public void setNonNullParameter(PreparedStatement statement, int index, Instant value, @Nullable JdbcType type)
                throws SQLException {
            values.setInstant(statement, index, value);
        }

        @Override
        public @Nullable Instant getNullableResult(ResultSet rows, String column) throws SQLException {
            return values.instant(rows, rows.findColumn(column));
        }

        @Override
        public @Nullable Instant getNullableResult(ResultSet rows, int index) throws SQLException {
            return values.instant(rows, index);
        }

        @Override
        public Instant getNullableResult(CallableStatement statement, int index) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Decimals extends BaseTypeHandler<BigDecimal> {
        private final Values values;

        Decimals(Values values) {
            this.values = values;
        }

        @Override
        public void setNonNullParameter(
                PreparedStatement statement, int index, BigDecimal value, @Nullable JdbcType type) throws SQLException {
            statement.setBigDecimal(index, value);
        }

        @Override
        public BigDecimal getNullableResult(ResultSet rows, String column) throws SQLException {
            return values.decimal(rows, rows.findColumn(column));
        }

        @Override
        public BigDecimal getNullableResult(ResultSet rows, int index) throws SQLException {
            return values.decimal(rows, index);
        }

        @Override
        public BigDecimal getNullableResult(CallableStatement statement, int index) {
            throw new UnsupportedOperationException();
        }
    }

    private Object run(boolean autoCommit, Function<ShopMapper, Object> work) {
        try (SqlSession session = sessions.openSession(autoCommit)) {
            Object result = work.apply(session.getMapper(ShopMapper.class));
            if (!autoCommit) {
                // Forced: an insert that returns rows is a select to MyBatis.
                session.commit(true);
            }
            return result;
        }
    }

    @Override
    public Object getById(int id) {
        return run(true, mapper -> mapper.getById(id));
    }

    @Override
    public Object page(String fromName, int skip) {
        return run(true, mapper -> mapper.page(true, fromName, 20, skip));
    }

    @Override
    public Object thousandRows() {
        return run(true, ShopMapper::measurements);
    }

    @Override
    public Object insertOne(int number) {
        return run(true, mapper -> mapper.insert(Entry.numbered(number)));
    }

    @Override
    public Object insertThousand(int firstNumber) {
        List<Entry> entries = new ArrayList<>(1000);
        for (int number = firstNumber; number < firstNumber + 1000; number++) {
            entries.add(Entry.numbered(number));
        }
        return run(false, mapper -> mapper.insertAll(entries));
    }

    @Override
    public Object update(int id, String name, String address) {
        return run(true, mapper -> mapper.update(id, name, address) > 0);
    }

    @Override
    public Object usersWithPosts() {
        return run(true, mapper -> {
            List<User> users = mapper.fiftyUsers();
            Map<Integer, List<Post>> posts = new HashMap<>();
            for (Post post : mapper.posts(users.stream().map(User::id).toList())) {
                posts.computeIfAbsent(post.userId(), unused -> new ArrayList<>())
                        .add(post);
            }
            List<UserPosts<User, Post>> result = new ArrayList<>();
            users.forEach(user -> result.add(new UserPosts<>(user, posts.getOrDefault(user.id(), List.of()))));
            return result;
        });
    }

    @Override
    public void close() {
        pool.close();
    }
}
