package dev.flashorm.benchmarks.contestant.jdbi;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.Writes;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Tally;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

final class JdbiWrites implements Writes {
    private final WithJdbi with;

    JdbiWrites(WithJdbi with) {
        this.with = with;
    }

    @Override
    public Object insertOne(int number) {
        return with.jdbi.withHandle(handle -> insert(handle, Entry.numbered(number)));
    }

    private Entry insert(Handle handle, Entry entry) {
        if (with.values.hasReturning()) {
            return bind(handle.createQuery(Sql.INSERT + Sql.RETURNING), entry)
                    .mapTo(Entry.class)
                    .one();
        }
        int id = bind(handle.createUpdate(Sql.INSERT), entry)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Integer.class)
                .one();
        return entry.withId(id);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Entry entry) {
        return statement
                .bind(0, entry.name())
                .bind(1, entry.email())
                .bind(2, entry.address())
                .bind(3, entry.flagged())
                .bind(4, entry.createdAt());
    }

    /** A batch gives rows back on PostgreSQL, their ids on MySQL; on SQLite it is a statement for each row. */
    @Override
    public Object insertMany(int firstNumber, int count) {
        List<Entry> entries = Entry.numbered(firstNumber, count);
        return with.jdbi.inTransaction(handle -> {
            if (with.values == Values.SQLITE) {
                return entries.stream().map(entry -> insert(handle, entry)).toList();
            }
            PreparedBatch batch = handle.prepareBatch(Sql.INSERT);
            for (Entry entry : entries) {
                bind(batch, entry).add();
            }
            if (with.values == Values.POSTGRESQL) {
                return batch.executePreparedBatch("id", "name", "email", "address", "flagged", "created_at")
                        .mapTo(Entry.class)
                        .list();
            }
            List<Integer> ids =
                    batch.executePreparedBatch("id").mapTo(Integer.class).list();
            List<Entry> inserted = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                inserted.add(entries.get(i).withId(ids.get(i)));
            }
            return inserted;
        });
    }

    @Override
    public Object update(int id, String name, String address) {
        return with.jdbi.withHandle(handle -> handle.createUpdate(Sql.UPDATE)
                        .bind(0, name)
                        .bind(1, address)
                        .bind(2, id)
                        .execute()
                > 0);
    }

    @Override
    public Object upsert(String name) {
        return with.jdbi.withHandle(handle -> {
            if (with.values.hasReturning()) {
                return handle.createQuery(Sql.UPSERT)
                        .bind(0, name)
                        .mapTo(Tally.class)
                        .one();
            }
            handle.createUpdate(Sql.UPSERT_ON_DUPLICATE).bind(0, name).execute();
            return handle.createQuery(Sql.TALLY)
                    .bind(0, name)
                    .mapTo(Tally.class)
                    .one();
        });
    }
}
