package dev.flashorm.runtime.query;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the hooks of models around the writes of another engine. */
final class HookedEngine implements Engine {
    private final Engine engine;
    private final Hooks<?> hooks;

    HookedEngine(Engine engine, Hooks<?> hooks) {
        this.engine = engine;
        this.hooks = hooks;
    }

    /**
     * Runs a write with its hooks in a transaction; on a server that has none, only if nothing runs after the write: what
     * fails before it leaves nothing to undo.
     *
     * @throws dev.flashorm.runtime.TransactionsUnavailable if the server has none
     */
    static <R> R inTransaction(Scope scope, boolean isNeeded, Function<Scope, R> work) {
        return isNeeded || scope.session().hasTransactions()
                ? scope.session().transaction(transaction -> work.apply(scope.in(transaction)))
                : work.apply(scope);
    }

    @Override
    public <M, D> Inserter<M, D> inserting(Table<M> table, Inserter<M, D> inserter) {
        Inserter<M, D> inner = engine.inserting(table, inserter);
        ModelHooks<?, M, D, ?> found = hooks.findModel(table);
        return found == null ? inner : new HookedInserter<>(table, inner, found);
    }

    @Override
    public boolean hasDeleteHooks(Table<?> table) {
        RowHooks<?, ?, ?> found = hooks.find(table);
        return (found != null && found.hasDelete()) || engine.hasDeleteHooks(table);
    }

    @Override
    public <M> long update(Scope scope, Table<M> table, Condition<M> condition, Changes changes) {
        RowHooks<?, M, ?> found = hooks.find(table);
        if (found == null || !found.hasUpdate()) {
            return engine.update(scope, table, condition, changes);
        }
        return inTransaction(scope, found.hasAfterUpdate(), inside -> {
            found.updating(inside, changes);
            if (!found.hasAfterUpdate()) {
                return engine.update(inside, table, condition, changes);
            }
            List<M> before = locked(inside, table, condition);
            RowKeys<M> keys = RowKeys.of(table, before);
            long count = keys.sum(inside, some -> engine.update(inside, table, some, changes));
            List<M> after = keys.after(changes).read(inside);
            for (int i = 0; i < before.size(); i++) {
                found.updated(inside, before.get(i), after.get(i));
            }
            return count;
        });
    }

    @Override
    public <M> long updateEach(Scope scope, Table<M> table, List<RowUpdate<M>> updates) {
        RowHooks<?, M, ?> found = hooks.find(table);
        return found == null || !found.hasUpdate()
                ? engine.updateEach(scope, table, updates)
                : Engine.super.updateEach(scope, table, updates);
    }

    @Override
    public <M> long delete(Scope scope, Table<M> table, Condition<M> condition) {
        RowHooks<?, M, ?> found = hooks.find(table);
        if (found == null || !found.hasDelete()) {
            return engine.delete(scope, table, condition);
        }
        return inTransaction(scope, found.hasAfterDelete(), inside -> {
            List<M> rows = locked(inside, table, condition);
            found.deleting(inside, rows);
            long count = RowKeys.of(table, rows).sum(inside, some -> engine.delete(inside, table, some));
            found.deleted(inside, rows);
            return count;
        });
    }

    private <M> List<M> locked(Scope inside, Table<M> table, Condition<M> condition) {
        Rows<M> wanted = Rows.all(table);
        return engine.list(
                inside, engine.locked(condition.isAbsent() ? wanted : wanted.where(condition)), Long.MAX_VALUE);
    }

    @Override
    public <M> Rows<M> locked(Rows<M> rows) {
        return engine.locked(rows);
    }

    @Override
    public boolean hasSavepoints() {
        return engine.hasSavepoints();
    }

    @Override
    public boolean hasJoins() {
        return engine.hasJoins();
    }

    @Override
    public <M> List<M> list(Scope scope, Rows<M> rows, long most) {
        return engine.list(scope, rows, most);
    }

    @Override
    public <M> List<M> list(Scope scope, Rows<M> rows, long most, List<Joined<M, ?>> joins) {
        return engine.list(scope, rows, most, joins);
    }

    @Override
    public <M, R extends @Nullable Object> List<R> select(
            Scope scope, Select<M> select, RowMapper<R> mapper, long most) {
        return engine.select(scope, select, mapper, most);
    }

    @Override
    public <M, R extends @Nullable Object> Stream<R> stream(
            Scope scope, Select<M> select, RowMapper<R> mapper, int fetchSize) {
        return engine.stream(scope, select, mapper, fetchSize);
    }

    @Override
    public <M> Stream<M> stream(Scope scope, Rows<M> rows, int fetchSize) {
        return engine.stream(scope, rows, fetchSize);
    }

    @Override
    public <M> long count(Scope scope, Rows<M> rows) {
        return engine.count(scope, rows);
    }

    @Override
    public <M> boolean exists(Scope scope, Rows<M> rows) {
        return engine.exists(scope, rows);
    }

    @Override
    public <M, T> List<List<T>> related(Scope scope, Link<M, T> link, Rows<T> wanted, List<M> records) {
        return engine.related(scope, link, wanted, records);
    }

    @Override
    public <M, T> void pair(Scope scope, PairLink<M, T> link, List<PairLink.Pair> pairs) {
        engine.pair(scope, link, pairs);
    }

    @Override
    public <M, T> void unpair(Scope scope, PairLink<M, T> link, M record, Object key, Condition<T> which) {
        engine.unpair(scope, link, record, key, which);
    }
}
