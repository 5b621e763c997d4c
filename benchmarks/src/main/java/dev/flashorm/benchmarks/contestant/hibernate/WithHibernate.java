package dev.flashorm.benchmarks.contestant.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.Pools;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** Stateless sessions, which its documentation recommends where no persistence context is needed; HQL; join fetch. */
public final class WithHibernate implements Contestant {
    private final HikariDataSource pool;
    private final SessionFactory sessions;

    public WithHibernate(String jdbcUrl, Values values) {
        pool = Pools.open(jdbcUrl, values);
        Configuration configuration = new Configuration()
                .addAnnotatedClass(UserEntity.class)
                .addAnnotatedClass(PostEntity.class)
                .addAnnotatedClass(EntryEntity.class)
                .addAnnotatedClass(MeasurementEntity.class);
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

    private Object read(Function<StatelessSession, Object> work) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return work.apply(session);
        }
    }

    private Object write(Function<StatelessSession, Object> work) {
        return sessions.fromStatelessTransaction(work);
    }

    @Override
    public Object getById(int id) {
        return read(session -> session.get(UserEntity.class, id));
    }

    @Override
    public Object page(String fromName, int skip) {
        return read(session -> session.createSelectionQuery(
                        "from UserEntity where isAdmin = true and name >= :from order by createdAt desc, id",
                        UserEntity.class)
                .setParameter("from", fromName)
                .setFirstResult(skip)
                .setMaxResults(20)
                .getResultList());
    }

    @Override
    public Object thousandRows() {
        return read(session -> session.createSelectionQuery("from MeasurementEntity", MeasurementEntity.class)
                .getResultList());
    }

    @Override
    public Object insertOne(int number) {
        return write(session -> {
            EntryEntity entity = EntryEntity.of(Entry.numbered(number));
            session.insert(entity);
            return entity;
        });
    }

    @Override
    public Object insertThousand(int firstNumber) {
        return write(session -> {
            List<EntryEntity> entities = new ArrayList<>(1000);
            for (int number = firstNumber; number < firstNumber + 1000; number++) {
                entities.add(EntryEntity.of(Entry.numbered(number)));
            }
            session.insertMultiple(entities);
            return entities;
        });
    }

    @Override
    public Object update(int id, String name, String address) {
        return write(session ->
                session.createMutationQuery("update UserEntity set name = :name, address = :address where id = :id")
                                .setParameter("name", name)
                                .setParameter("address", address)
                                .setParameter("id", id)
                                .executeUpdate()
                        > 0);
    }

    @Override
    public Object usersWithPosts() {
        return read(session -> {
            List<UserPosts<User, Post>> result = new ArrayList<>();
            for (UserEntity user : session.createSelectionQuery(
                            "from UserEntity u left join fetch u.posts where u.id <= 50 order by u.id",
                            UserEntity.class)
                    .getResultList()) {
                result.add(new UserPosts<>(
                        user.row(), user.posts.stream().map(PostEntity::row).toList()));
            }
            return result;
        });
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
