package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import java.util.List;
import java.util.Optional;

/**
 * Rows with what belongs to them, each as one value of the caller's own type.
 *
 * @param <M> the record of a row
 * @param <R> the value
 */
public final class Loading<M, R> {
    private final Selection<M, ?> selection;
    private final Step<M, R> step;

    Loading(Selection<M, ?> selection, Step<M, R> step) {
        this.selection = selection;
        this.step = step;
    }

    /** Makes the values of the rows, in their order. */
    @FunctionalInterface
    interface Step<M, R> {
        List<R> load(Scope scope, List<M> records);
    }

    public List<R> list() {
        return load(selection.list());
    }

    /** The first one, if there is one. */
    public Optional<R> first() {
        return load(selection.first().map(List::of).orElse(List.of())).stream().findFirst();
    }

    /**
     * The only one.
     *
     * @throws RecordNotFoundException if there is none
     * @throws IllegalStateException if there are several
     */
    public R one() {
        return load(List.of(selection.one())).get(0);
    }

    private List<R> load(List<M> records) {
        return step.load(selection.scope, records);
    }
}
