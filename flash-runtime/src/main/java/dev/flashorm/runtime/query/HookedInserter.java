package dev.flashorm.runtime.query;

import dev.flashorm.runtime.UniqueViolation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the hooks of a model around the writes of another inserter. */
final class HookedInserter<M, D> implements Inserter<M, D> {
    /** An insert that met a row of another transaction finds it by the next attempt. */
    private static final int ATTEMPTS = 3;

    private final Table<M> table;
    private final Inserter<M, D> inserter;
    private final ModelHooks<?, M, D, ?> hooks;

    HookedInserter(Table<M> table, Inserter<M, D> inserter, ModelHooks<?, M, D, ?> hooks) {
        this.table = table;
        this.inserter = inserter;
        this.hooks = hooks;
    }

    @Override
    public D completed(D draft) {
        return inserter.completed(draft);
    }

    @Override
    public M one(Scope scope, D draft) {
        return many(scope, List.of(draft)).get(0);
    }

    @Override
    public List<M> many(Scope scope, List<D> drafts) {
        if (drafts.isEmpty() || !hooks.hasCreate()) {
            return inserter.many(scope, drafts);
        }
        return HookedEngine.inTransaction(scope, hooks.hasAfterCreate(), inside -> {
            List<M> rows = inserter.many(inside, creating(inside, drafts));
            hooks.created(inside, rows);
            return rows;
        });
    }

    /** A hook may give another draft, without the values that the client makes. */
    private List<D> creating(Scope inside, List<D> drafts) {
        return inserter.completed(hooks.creating(inside, drafts));
    }

    @Override
    public void write(Scope scope, List<D> drafts) {
        if (!hooks.hasCreate()) {
            inserter.write(scope, drafts);
        } else if (hooks.hasAfterCreate()) {
            many(scope, drafts);
        } else {
            HookedEngine.inTransaction(scope, false, inside -> {
                inserter.write(inside, creating(inside, drafts));
                return drafts;
            });
        }
    }

    @Override
    public long writeMissing(Scope scope, List<D> drafts) {
        if (hooks.hasAfterCreate()) {
            throw new UnsupportedOperationException("createManySkippingDuplicates does not know which " + table.model()
                    + " it created, so it can run no hook after creates: use upsertMany, or a client without hooks.");
        }
        if (!hooks.hasCreate()) {
            return inserter.writeMissing(scope, drafts);
        }
        // Without savepoints a duplicate would end the transaction.
        return scope.engine().hasSavepoints()
                ? HookedEngine.inTransaction(
                        scope, false, inside -> inserter.writeMissing(inside, creating(inside, drafts)))
                : inserter.writeMissing(scope, creating(scope, drafts));
    }

    @Override
    public @Nullable Condition<M> sameKey(D draft, UniqueKey<M> key) {
        return inserter.sameKey(draft, key);
    }

    /** Row by row: only who looks first can tell which hooks are to run. */
    @Override
    public List<M> upsert(Scope scope, List<D> drafts, UniqueKey<M> key, Changes changes) {
        if (!hooks.hasCreate() && !hooks.hasUpdate()) {
            return inserter.upsert(scope, drafts, key, changes);
        }
        boolean isTransactionNeeded = hooks.hasAfterCreate() || hooks.hasAfterUpdate();
        if (scope.session().isInTransaction()) {
            return HookedEngine.inTransaction(
                    scope, isTransactionNeeded, inside -> oneByOne(inside, drafts, key, changes));
        }
        return isTransactionNeeded || scope.session().hasTransactions()
                ? scope.session().atomically(transaction -> oneByOne(scope.in(transaction), drafts, key, changes))
                : oneByOne(scope, drafts, key, changes);
    }

    private List<M> oneByOne(Scope inside, List<D> drafts, UniqueKey<M> key, Changes changes) {
        List<M> rows = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            rows.add(upsert(inside, completed(draft), key, changes));
        }
        return rows;
    }

    private M upsert(Scope inside, D draft, UniqueKey<M> key, Changes changes) {
        Condition<M> same = sameKey(draft, key);
        if (same == null) {
            return one(inside, draft);
        }
        for (int attempt = 1; ; attempt++) {
            M there = changed(inside, same, changes);
            if (there != null) {
                return there;
            }
            try {
                return HookedEngine.inTransaction(inside, false, savepoint -> one(savepoint, draft));
            } catch (UniqueViolation met) {
                boolean isOver =
                        inside.session().isInTransaction() && !inside.engine().hasSavepoints();
                if (attempt == ATTEMPTS || isOver) {
                    throw met;
                }
            }
        }
    }

    private @Nullable M changed(Scope inside, Condition<M> same, Changes changes) {
        boolean isThere = changes.isEmpty() || inside.engine().update(inside, table, same, changes) > 0;
        return isThere
                ? inside.engine().list(inside, Rows.all(table).where(same), 1).stream()
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
