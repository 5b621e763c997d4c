package dev.flashorm.benchmarks.contestant.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Pools;
import dev.flashorm.benchmarks.contestant.Reads;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.contestant.Writes;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** Stateless sessions, which its documentation recommends where no persistence context is needed; HQL; join fetch. */
public final class WithHibernate implements Contestant {
    final Values values;
    private final HikariDataSource pool;
    private final SessionFactory sessions;

    public WithHibernate(String jdbcUrl) {
        pool = Pools.open(jdbcUrl);
        values = Values.of(jdbcUrl);
        Configuration configuration = new Configuration()
                .addAnnotatedClass(UserEntity.class)
                .addAnnotatedClass(PostEntity.class)
                .addAnnotatedClass(CommentEntity.class)
                .addAnnotatedClass(EntryEntity.class)
                .addAnnotatedClass(MeasurementEntity.class)
                .addAnnotatedClass(PersonEntity.class)
                .addAnnotatedClass(PetEntity.class);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        configuration.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, "100");
        configuration.setProperty(AvailableSettings.PREFERRED_INSTANT_JDBC_TYPE, "TIMESTAMP");
        if (values == Values.SQLITE) {
            configuration.setProperty(AvailableSettings.DIALECT, "org.hibernate.community.dialect.SQLiteDialect");
            configuration.addAttributeConverter(InstantText.class, true);
        }
        sessions = configuration.buildSessionFactory();
    }

    <T> T read(Function<StatelessSession, T> work) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return work.apply(session);
        }
    }

    <T> T write(Function<StatelessSession, T> work) {
        return sessions.fromStatelessTransaction(work);
    }

    @Override
    public Reads reads() {
        return new HibernateReads(this);
    }

    @Override
    public Writes writes() {
        return new HibernateWrites(this);
    }

    @Override
    public People people() {
        return new HibernatePeople(this);
    }

    @Override
    public Workloads workloads() {
        return new HibernateWorkloads(this);
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
