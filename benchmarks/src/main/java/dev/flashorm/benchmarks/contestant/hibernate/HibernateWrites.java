package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Writes;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Tally;
import java.util.ArrayList;
import java.util.List;

final class HibernateWrites implements Writes {
    private final WithHibernate with;

    HibernateWrites(WithHibernate with) {
        this.with = with;
    }

    @Override
    public Object insertOne(int number) {
        return with.write(session -> {
            EntryEntity entity = EntryEntity.of(Entry.numbered(number));
            session.insert(entity);
            return entity;
        });
    }

    @Override
    public Object insertMany(int firstNumber, int count) {
        return with.write(session -> {
            List<EntryEntity> entities = new ArrayList<>(count);
            for (int number = firstNumber; number < firstNumber + count; number++) {
                entities.add(EntryEntity.of(Entry.numbered(number)));
            }
            session.insertMultiple(entities);
            return entities;
        });
    }

    @Override
    public Object update(int id, String name, String address) {
        return with.write(session ->
                session.createMutationQuery("update UserEntity set name = :name, address = :address where id = :id")
                                .setParameter("name", name)
                                .setParameter("address", address)
                                .setParameter("id", id)
                                .executeUpdate()
                        > 0);
    }

    /** Native SQL: HQL's own would need a second statement to give the row. */
    @Override
    public Object upsert(String name) {
        return with.write(session -> {
            if (!with.values.hasReturning()) {
                session.createNativeMutationQuery(Sql.UPSERT_ON_DUPLICATE)
                        .setParameter(1, name)
                        .executeUpdate();
            }
            Object[] row = session.createNativeQuery(
                            with.values.hasReturning() ? Sql.UPSERT : Sql.TALLY, Object[].class)
                    .setParameter(1, name)
                    .getSingleResult();
            return new Tally((String) row[0], ((Number) row[1]).intValue());
        });
    }
}
