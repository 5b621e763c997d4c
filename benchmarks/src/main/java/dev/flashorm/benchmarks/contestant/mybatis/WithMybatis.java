package dev.flashorm.benchmarks.contestant.mybatis;

import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Pools;
import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.contestant.Writes;
import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
    final Values values;
    private final SqlSessionFactory sessions;

    public WithMybatis(String jdbcUrl) {
        pool = Pools.open(jdbcUrl);
        values = Values.of(jdbcUrl);
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

    <T> T run(boolean autoCommit, Function<ShopMapper, T> work) {
        try (SqlSession session = sessions.openSession(autoCommit)) {
            T result = work.apply(session.getMapper(ShopMapper.class));
            if (!autoCommit) {
                // Forced: an insert that returns rows is a select to MyBatis.
                session.commit(true);
            }
            return result;
        }
    }

    @Override
    public Reads reads() {
        return new MybatisReads(this);
    }

    @Override
    public Writes writes() {
        return new MybatisWrites(this);
    }

    @Override
    public People people() {
        return new MybatisPeople(this);
    }

    @Override
    public Workloads workloads() {
        return new MybatisWorkloads(this);
    }

    @Override
    public void close() {
        pool.close();
    }
}
