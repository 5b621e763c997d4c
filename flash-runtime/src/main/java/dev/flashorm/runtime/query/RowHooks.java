package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What runs before and after each update and delete of a model's rows, in the write's transaction: an exception undoes
 * the write. Hooks of one kind run in the order in which they were added; each is given the transaction, whose writes
 * run hooks as any others do.
 *
 * @param <S> the session that hooks are given
 * @param <M> the record of a row
 * @param <C> the changes that can be made to it
 */
public class RowHooks<S, M, C extends Changes> {
    private final Function<Scope, S> sessions;
    private final List<BiConsumer<? super S, ? super C>> beforeUpdate = new ArrayList<>();
    private final List<AfterUpdate<? super S, ? super M>> afterUpdate = new ArrayList<>();
    private final List<BiConsumer<? super S, ? super M>> beforeDelete = new ArrayList<>();
    private final List<BiConsumer<? super S, ? super M>> afterDelete = new ArrayList<>();

    RowHooks(Function<Scope, S> sessions) {
        this.sessions = sessions;
    }

    /** Runs after a row was updated. */
    @FunctionalInterface
    public interface AfterUpdate<S, M> {
        /**
         * @param before the row as it was
         * @param after the row as it is
         */
        void updated(S session, M before, M after);
    }

    /** Once for each call that changes rows, whatever their number; it sees the changes, and may add some. */
    public final void beforeUpdate(BiConsumer<? super S, ? super C> hook) {
        beforeUpdate.add(hook);
    }

    /** For each row that a call changed. It makes an update read and lock its rows first, and read them again. */
    public final void afterUpdate(AfterUpdate<? super S, ? super M> hook) {
        afterUpdate.add(hook);
    }

    /** For each row, all of them before the first is deleted. It makes a delete read and lock its rows first. */
    public final void beforeDelete(BiConsumer<? super S, ? super M> hook) {
        beforeDelete.add(hook);
    }

    /** For each row that was deleted. */
    public final void afterDelete(BiConsumer<? super S, ? super M> hook) {
        afterDelete.add(hook);
    }

    final S session(Scope scope) {
        return sessions.apply(scope);
    }

    final boolean hasUpdate() {
        return !beforeUpdate.isEmpty() || hasAfterUpdate();
    }

    final boolean hasAfterUpdate() {
        return !afterUpdate.isEmpty();
    }

    final boolean hasDelete() {
        return !beforeDelete.isEmpty() || hasAfterDelete();
    }

    final boolean hasAfterDelete() {
        return !afterDelete.isEmpty();
    }

    /** Changes of a table's rows are of the class that was generated for it. */
    @SuppressWarnings("unchecked")
    final void updating(Scope scope, Changes changes) {
        S session = session(scope);
        beforeUpdate.forEach(hook -> hook.accept(session, (C) changes));
    }

    final void updated(Scope scope, M before, M after) {
        S session = session(scope);
        afterUpdate.forEach(hook -> hook.updated(session, before, after));
    }

    final void deleting(Scope scope, List<M> rows) {
        each(scope, rows, beforeDelete);
    }

    final void deleted(Scope scope, List<M> rows) {
        each(scope, rows, afterDelete);
    }

    final void each(Scope scope, List<M> rows, List<BiConsumer<? super S, ? super M>> hooks) {
        S session = session(scope);
        rows.forEach(row -> hooks.forEach(hook -> hook.accept(session, row)));
    }
}
