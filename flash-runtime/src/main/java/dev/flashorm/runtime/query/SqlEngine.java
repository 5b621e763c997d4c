package dev.flashorm.runtime.query;

import dev.flashorm.runtime.BatchBinder;
import dev.flashorm.runtime.ResultReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out queries as SQL. */
enum SqlEngine implements ReferringWrites {
    INSTANCE;

    /** More statements in one batch gain nothing more, and cost memory. */
    private static final int MOST_IN_A_BATCH = 1_000;

    @Override
    public <M> List<M> list(Scope scope, Rows<M> rows, long most) {
        Rows<M> wanted = most == Long.MAX_VALUE ? rows : rows.atMost(most);
        return query(scope, Select.of(wanted), rows.table()::readAll);
    }

    @Override
    public <M> List<M> list(Scope scope, Rows<M> rows, long most, List<Joined<M, ?>> joins) {
        if (joins.isEmpty()) {
            return list(scope, rows, most);
        }
        Rows<M> wanted = most == Long.MAX_VALUE ? rows : rows.atMost(most);
        Table<M> table = rows.table();
        Select<M> select = new Select<>(table.columns(), joins, false, wanted, null);
        return query(scope, select, result -> {
            List<M> records = new ArrayList<>();
            while (result.next()) {
                records.add(table.reader().read(result, 1));
                int at = 1 + table.columns().size();
                for (Joined<M, ?> join : joins) {
                    join.read(result, at);
                    at += join.width();
                }
            }
            return records;
        });
    }

    @Override
    public boolean hasJoins() {
        return true;
    }

    @Override
    public boolean hasSavepoints() {
        return true;
    }

    @Override
    public <M> Rows<M> locked(Rows<M> rows) {
        return rows.locked(new RowLock(Fragment.FOR_UPDATE, null));
    }

    @Override
    public <M, R extends @Nullable Object> List<R> select(
            Scope scope, Select<M> select, RowMapper<R> mapper, long most) {
        return query(scope, select, result -> {
            ResultRow row = new ResultRow(result);
            List<R> values = new ArrayList<>();
            while (values.size() < most && result.next()) {
                values.add(mapper.map(row));
            }
            return values;
        });
    }

    @Override
    public <M, R extends @Nullable Object> Stream<R> stream(
            Scope scope, Select<M> select, RowMapper<R> mapper, int fetchSize) {
        return stream(scope, select, fetchSize, result -> mapper.map(new ResultRow(result)));
    }

    private static <M, R extends @Nullable Object> R query(Scope scope, Select<M> select, ResultReader<R> reader) {
        return scope.session().query(select.text(scope), statement -> select.bind(statement, scope.dialect()), reader);
    }

    private static <M, R extends @Nullable Object> Stream<R> stream(
            Scope scope, Select<M> select, int fetchSize, ResultReader<R> reader) {
        return scope.session().stream(
                select.text(scope), statement -> select.bind(statement, scope.dialect()), fetchSize, reader);
    }

    @Override
    public <M> Stream<M> stream(Scope scope, Rows<M> rows, int fetchSize) {
        RowReader<M> reader = rows.table().reader();
        return stream(scope, Select.of(rows), fetchSize, row -> reader.read(row, 1));
    }

    @Override
    public <M> long count(Scope scope, Rows<M> rows) {
        RowsStatement<M> select = new RowsStatement<>(scope, rows);
        return scope.session()
                .query(
                        select.count(),
                        statement -> select.bindPage(statement, Long.MAX_VALUE),
                        result -> result.next() ? result.getLong(1) : 0L);
    }

    @Override
    public <M> boolean exists(Scope scope, Rows<M> rows) {
        RowsStatement<M> select = new RowsStatement<>(scope, rows);
        return scope.session()
                .query(select.exists(), statement -> select.bindPage(statement, 1), result -> result.next());
    }

    @Override
    public <M> long update(Scope scope, Table<M> table, Condition<M> condition, Changes changes) {
        return References.update(scope, table, condition, changes, this);
    }

    @Override
    public <M> long updateAlone(Scope scope, Table<M> table, Condition<M> condition, Changes changes) {
        String sql = changes.statement(scope, table, condition, changes.shape(scope, table, condition));
        return scope.session()
                .update(sql, statement -> condition.bind(statement, changes.bind(statement, 1), scope.dialect()));
    }

    /** What is the same statement, one after the other, is sent as one batch. */
    @Override
    public <M> long updateEach(Scope scope, Table<M> table, List<RowUpdate<M>> updates) {
        for (RowUpdate<M> update : updates) {
            if (References.isReferredTo(table, update.changes())) {
                return ReferringWrites.super.updateEach(scope, table, updates);
            }
        }
        long count = 0;
        int from = 0;
        while (from < updates.size()) {
            RowUpdate<M> first = updates.get(from);
            Shape shape = shape(scope, table, first);
            int to = from + 1;
            while (to < updates.size()
                    && to - from < MOST_IN_A_BATCH
                    && shape(scope, table, updates.get(to)).equals(shape)) {
                to++;
            }
            String sql = first.changes().statement(scope, table, first.which(), shape);
            count += batch(scope, sql, updates.subList(from, to));
            from = to;
        }
        return count;
    }

    private static <M> Shape shape(Scope scope, Table<M> table, RowUpdate<M> update) {
        return update.changes().shape(scope, table, update.which());
    }

    private static <M> long batch(Scope scope, String sql, List<RowUpdate<M>> updates) {
        BatchBinder binder = (statement, index) -> {
            RowUpdate<M> update = updates.get(index);
            update.which().bind(statement, update.changes().bind(statement, 1), scope.dialect());
        };
        if (updates.size() == 1) {
            return scope.session().update(sql, statement -> binder.bind(statement, 0));
        }
        long sum = 0;
        for (long count : scope.session().batch(sql, updates.size(), binder)) {
            sum += count;
        }
        return sum;
    }

    @Override
    public <M> long delete(Scope scope, Table<M> table, Condition<M> condition) {
        return References.delete(scope, table, condition, this);
    }

    @Override
    public <M> long deleteAlone(Scope scope, Table<M> table, Condition<M> condition) {
        RowsStatement<M> statement = new RowsStatement<>(scope, new Rows<>(table, condition, List.of(), -1, -1));
        return scope.session().update(statement.delete(), statement::bind);
    }

    @Override
    public <M, T> List<List<T>> related(Scope scope, Link<M, T> link, Rows<T> wanted, List<M> records) {
        Map<Object, List<T>> byKey = new RelatedRows<>(link, wanted).load(scope, records);
        List<List<T>> related = new ArrayList<>(records.size());
        for (M record : records) {
            Object key = Keys.of(record, link.local());
            List<T> found = key == null ? null : byKey.get(key);
            related.add(found == null ? List.of() : found);
        }
        return related;
    }

    @Override
    public <M, T> void pair(Scope scope, PairLink<M, T> link, List<PairLink.Pair> pairs) {
        new PairRows<>(scope, link.link()).insert(pairs);
    }

    @Override
    public <M, T> void unpair(Scope scope, PairLink<M, T> link, M record, Object key, Condition<T> which) {
        new PairRows<>(scope, link.link()).delete(key, which);
    }
}
