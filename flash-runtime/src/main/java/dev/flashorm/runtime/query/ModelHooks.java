package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The hooks of a model to which code can add rows.
 *
 * @param <S> the session that hooks are given
 * @param <M> the record of a row
 * @param <D> the draft of a new row
 * @param <C> the changes that can be made to a row
 */
public final class ModelHooks<S, M, D, C extends Changes> extends RowHooks<S, M, C> {
    private final List<BiFunction<? super S, ? super D, ? extends D>> beforeCreate = new ArrayList<>();
    private final List<BiConsumer<? super S, ? super M>> afterCreate = new ArrayList<>();

    ModelHooks(Function<Scope, S> sessions) {
        super(sessions);
    }

    /** For each new row, all of them before the first is written: gives the draft to write, which may be the same. */
    public void beforeCreate(BiFunction<? super S, ? super D, ? extends D> hook) {
        beforeCreate.add(hook);
    }

    /** For each row that was created, after what was written with it. */
    public void afterCreate(BiConsumer<? super S, ? super M> hook) {
        afterCreate.add(hook);
    }

    boolean hasCreate() {
        return !beforeCreate.isEmpty() || hasAfterCreate();
    }

    boolean hasAfterCreate() {
        return !afterCreate.isEmpty();
    }

    /** The drafts that the hooks make of these. */
    List<D> creating(Scope scope, List<D> drafts) {
        S session = session(scope);
        List<D> made = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            D next = draft;
            for (BiFunction<? super S, ? super D, ? extends D> hook : beforeCreate) {
                next = hook.apply(session, next);
            }
            made.add(next);
        }
        return made;
    }

    void created(Scope scope, List<M> rows) {
        each(scope, rows, afterCreate);
    }
}
