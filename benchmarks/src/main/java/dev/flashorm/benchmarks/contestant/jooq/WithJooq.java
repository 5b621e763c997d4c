package dev.flashorm.benchmarks.contestant.jooq;

import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Pools;
import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.contestant.Writes;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

public final class WithJooq implements Contestant {
    final Values values;
    final Shop shop;
    final DSLContext sql;
    private final HikariDataSource pool;

    public WithJooq(String jdbcUrl) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        values = Values.of(jdbcUrl);
        // MULTISET wants long groups; set once a connection, they need not be set with each query.
        pool = values == Values.MYSQL
                ? Pools.open(jdbcUrl, Map.of("sessionVariables", "group_concat_max_len=4294967295"))
                : Pools.open(jdbcUrl);
        shop = new Shop(values);
        sql = DSL.using(pool, dialect(values), new Settings().withRenderGroupConcatMaxLenSessionVariable(false));
    }

    private static SQLDialect dialect(Values values) {
        return switch (values) {
            case SQLITE -> SQLDialect.SQLITE;
            case POSTGRESQL -> SQLDialect.POSTGRES;
            case MYSQL -> SQLDialect.MYSQL;
        };
    }

    @Override
    public Reads reads() {
        return new JooqReads(this);
    }

    @Override
    public Writes writes() {
        return new JooqWrites(this);
    }

    @Override
    public People people() {
        return new JooqPeople(this);
    }

    @Override
    public Workloads workloads() {
        return new JooqWorkloads(this);
    }

    @Override
    public void close() {
        pool.close();
    }
}
