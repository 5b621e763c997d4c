package dev.flashorm.runtime.query;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The hooks of all models of a client.
 *
 * @param <S> the session that hooks are given: a class of generated code
 */
public final class Hooks<S> {
    private final Function<Scope, S> sessions;
    private final Map<Table<?>, RowHooks<S, ?, ?>> byTable = new HashMap<>();

    public Hooks(Function<Scope, S> sessions) {
        this.sessions = sessions;
    }

    /** The hooks of one model; generated code asks with the model's own types. */
    @SuppressWarnings("unchecked")
    public <M, D, C extends Changes> ModelHooks<S, M, D, C> of(Table<M> table) {
        return (ModelHooks<S, M, D, C>) byTable.computeIfAbsent(table, unused -> new ModelHooks<>(sessions));
    }

    /** The same of a model to which code cannot add rows. */
    @SuppressWarnings("unchecked")
    public <M, C extends Changes> RowHooks<S, M, C> ofFixed(Table<M> table) {
        return (RowHooks<S, M, C>) byTable.computeIfAbsent(table, unused -> new RowHooks<>(sessions));
    }

    /** Those of a model to which code can add rows; null if there are none. */
    @SuppressWarnings("unchecked")
    <M, D> @Nullable ModelHooks<S, M, D, ?> findModel(Table<M> table) {
        return byTable.get(table) instanceof ModelHooks<S, ?, ?, ?> found ? (ModelHooks<S, M, D, ?>) found : null;
    }

    @SuppressWarnings("unchecked")
    <M> @Nullable RowHooks<S, M, ?> find(Table<M> table) {
        return (RowHooks<S, M, ?>) byTable.get(table);
    }
}
