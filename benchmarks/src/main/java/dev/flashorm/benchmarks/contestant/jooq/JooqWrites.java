package dev.flashorm.benchmarks.contestant.jooq;

import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.Writes;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep5;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Result;

final class JooqWrites implements Writes {
    private final WithJooq with;
    private final Shop shop;
    private final int rowsEach;

    JooqWrites(WithJooq with) {
        this.with = with;
        this.shop = with.shop;
        this.rowsEach = with.values == Values.SQLITE ? 1 : 100;
    }

    @Override
    public Object insertOne(int number) {
        return insert(with.sql, List.of(Entry.numbered(number))).get(0);
    }

    /** In statements of 100 rows; of one row on SQLite, where jOOQ gives only the last one of several back. */
    @Override
    public Object insertMany(int firstNumber, int count) {
        List<Entry> entries = Entry.numbered(firstNumber, count);
        return with.sql.transactionResult(configuration -> {
            List<Entry> inserted = new ArrayList<>(count);
            for (int from = 0; from < count; from += rowsEach) {
                inserted.addAll(insert(configuration.dsl(), entries.subList(from, from + rowsEach)));
            }
            return inserted;
        });
    }

    private List<Entry> insert(DSLContext sql, List<Entry> entries) {
        InsertValuesStep5<Record, String, String, String, Boolean, Instant> insert =
                sql.insertInto(Shop.ENTRIES, Shop.NAME, Shop.EMAIL, Shop.ADDRESS, Shop.FLAGGED, shop.created);
        for (Entry entry : entries) {
            insert = insert.values(entry.name(), entry.email(), entry.address(), entry.flagged(), entry.createdAt());
        }
        if (with.values.hasReturning()) {
            return insert.returningResult(Shop.ID, Shop.NAME, Shop.EMAIL, Shop.ADDRESS, Shop.FLAGGED, shop.created)
                    .fetch(Records.mapping(Entry::new));
        }
        Result<? extends Record> ids = insert.returningResult(Shop.ENTRIES.id).fetch();
        List<Entry> inserted = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            inserted.add(entries.get(i).withId(ids.get(i).get(Shop.ENTRIES.id)));
        }
        return inserted;
    }

    @Override
    public Object update(int id, String name, String address) {
        return with.sql
                        .update(Shop.USERS)
                        .set(Shop.NAME, name)
                        .set(Shop.ADDRESS, address)
                        .where(Shop.ID.eq(id))
                        .execute()
                > 0;
    }

    @Override
    public Object upsert(String name) {
        if (with.values.hasReturning()) {
            return with.sql
                    .insertInto(Shop.TALLIES, Shop.NAME, Shop.HITS)
                    .values(name, 1)
                    .onConflict(Shop.NAME)
                    .doUpdate()
                    .set(Shop.HITS, Shop.HITS.plus(1))
                    .returningResult(Shop.NAME, Shop.HITS)
                    .fetchSingle(Records.mapping(Tally::new));
        }
        with.sql
                .insertInto(Shop.TALLIES, Shop.NAME, Shop.HITS)
                .values(name, 1)
                .onDuplicateKeyUpdate()
                .set(Shop.HITS, Shop.HITS.plus(1))
                .execute();
        return with.sql
                .select(Shop.NAME, Shop.HITS)
                .from(Shop.TALLIES)
                .where(Shop.NAME.eq(name))
                .fetchSingle(Records.mapping(Tally::new));
    }
}
