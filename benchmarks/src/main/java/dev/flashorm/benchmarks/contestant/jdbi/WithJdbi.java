package dev.flashorm.benchmarks.contestant.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Pools;
import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Rows;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.contestant.Writes;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.KindStat;
import dev.flashorm.benchmarks.model.Measurement;
import dev.flashorm.benchmarks.model.Person;
import dev.flashorm.benchmarks.model.Pet;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.Tally;
import dev.flashorm.benchmarks.model.TopUser;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserActivity;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

public final class WithJdbi implements Contestant {
    final Values values;
    final Jdbi jdbi;
    private final HikariDataSource pool;

    public WithJdbi(String jdbcUrl) {
        pool = Pools.open(jdbcUrl);
        values = Values.of(jdbcUrl);
        Rows map = new Rows(values);
        jdbi = Jdbi.create(pool)
                .registerRowMapper(User.class, (rows, context) -> map.user(rows))
                .registerRowMapper(Post.class, (rows, context) -> map.post(rows))
                .registerRowMapper(Comment.class, (rows, context) -> map.comment(rows))
                .registerRowMapper(Entry.class, (rows, context) -> map.entry(rows))
                .registerRowMapper(Measurement.class, (rows, context) -> map.measurement(rows))
                .registerRowMapper(KindStat.class, (rows, context) -> map.kindStat(rows))
                .registerRowMapper(Tally.class, (rows, context) -> map.tally(rows))
                .registerRowMapper(Person.class, (rows, context) -> map.person(rows))
                .registerRowMapper(Pet.class, (rows, context) -> map.pet(rows))
                .registerRowMapper(UserActivity.class, (rows, context) -> map.userActivity(rows))
                .registerRowMapper(TopUser.class, (rows, context) -> map.topUser(rows))
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

    /** Rows whose {@code select} ends with the column that has to be one of the keys. */
    <T> List<T> byKeys(Handle handle, Class<T> type, String select, List<Integer> keys) {
        return values == Values.POSTGRESQL
                ? handle.createQuery(select + "= ANY (?)" + Sql.BY_KEY)
                        .bindArray(0, Integer.class, keys)
                        .mapTo(type)
                        .list()
                : handle.createQuery(select + "IN (<keys>)" + Sql.BY_KEY)
                        .bindList("keys", keys)
                        .mapTo(type)
                        .list();
    }

    @Override
    public Reads reads() {
        return new JdbiReads(this);
    }

    @Override
    public Writes writes() {
        return new JdbiWrites(this);
    }

    @Override
    public People people() {
        return new JdbiPeople(this);
    }

    @Override
    public Workloads workloads() {
        return new JdbiWorkloads(this);
    }

    @Override
    public void close() {
        pool.close();
    }
}
