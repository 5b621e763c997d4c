package dev.flashorm.benchmarks.contestant.mybatis;

import dev.flashorm.benchmarks.contestant.Writes;
import dev.flashorm.benchmarks.model.Entry;
import java.util.ArrayList;
import java.util.List;

final class MybatisWrites implements Writes {
    private static final int ROWS_EACH = 1000;

    private final WithMybatis with;

    MybatisWrites(WithMybatis with) {
        this.with = with;
    }

    @Override
    public Object insertOne(int number) {
        Entry entry = Entry.numbered(number);
        return with.run(
                true,
                mapper -> with.values.hasReturning()
                        ? mapper.insert(entry)
                        : insertAll(mapper, List.of(entry)).get(0));
    }

    @Override
    public Object insertMany(int firstNumber, int count) {
        List<Entry> entries = Entry.numbered(firstNumber, count);
        return with.run(false, mapper -> {
            List<Entry> inserted = new ArrayList<>(count);
            for (int from = 0; from < count; from += ROWS_EACH) {
                inserted.addAll(insertAll(mapper, entries.subList(from, from + ROWS_EACH)));
            }
            return inserted;
        });
    }

    private List<Entry> insertAll(ShopMapper mapper, List<Entry> entries) {
        if (with.values.hasReturning()) {
            return mapper.insertAll(entries);
        }
        List<Key> keys = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            keys.add(new Key());
        }
        mapper.insertAllWithKeys(entries, keys);
        List<Entry> inserted = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            inserted.add(entries.get(i).withId(keys.get(i).getId()));
        }
        return inserted;
    }

    @Override
    public Object update(int id, String name, String address) {
        return with.run(true, mapper -> mapper.update(id, name, address) > 0);
    }

    @Override
    public Object upsert(String name) {
        return with.run(true, mapper -> {
            if (with.values.hasReturning()) {
                return mapper.upsert(name);
            }
            mapper.upsertOnDuplicate(name);
            return mapper.tally(name);
        });
    }
}
