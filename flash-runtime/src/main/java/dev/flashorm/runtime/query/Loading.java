package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows with what belongs to them, each as one value of the caller's own type.
 *
 * @param <M> the record of a row
 * @param <R> the value
 */
public final class Loading<M, R> {
    private final Selection<M, ?> selection;
    private final List<Include<M, ?>> includes;
    private final Step<M, R> step;

    Loading(Selection<M, ?> selection, List<Include<M, ?>> includes, Step<M, R> step) {
        this.selection = selection;
        this.includes = includes;
        this.step = step;
    }

    /** Makes a value of a row and of what was loaded for it. */
    @FunctionalInterface
    interface Step<M, R> {
        R combine(M record, Loaded loaded, int row);
    }

    /**
     * What was loaded, in the order of the includes.
     *
     * @param values for each include, those of the rows
     */
    record Loaded(List<List<?>> values) {
        /** The value that an include loaded for a row, which is of the include's type. */
        @SuppressWarnings({"unchecked", "UnusedVariable"})
        <V extends @Nullable Object> V get(Include<?, V> include, int index, int row) {
            return (V) values.get(index).get(row);
        }
    }

    public List<R> list() {
        return load(Long.MAX_VALUE);
    }

    /** The first one, if there is one. */
    public Optional<R> first() {
        return selection.rows.take() == 0 ? Optional.empty() : load(1).stream().findFirst();
    }

    /**
     * The only one.
     *
     * @throws RecordNotFoundException if there is none
     * @throws IllegalStateException if there are several
     */
    public R one() {
        return Selection.only(selection.rows.table(), load(2));
    }

    private List<R> load(long most) {
        Scope scope = selection.scope;
        List<@Nullable Joined<M, ?>> joined = new ArrayList<>(includes.size());
        List<Joined<M, ?>> joins = new ArrayList<>(includes.size());
        // A lock is for the rows alone.
        boolean canJoin = scope.engine().hasJoins() && selection.rows.lock() == null;
        for (Include<M, ?> include : includes) {
            Joined<M, ?> join = canJoin ? Joinable.joined(include) : null;
            joined.add(join);
            if (join != null) {
                joins.add(join);
            }
        }
        boolean isBackwards = selection.rows.isBackwards();
        Rows<M> wanted = selection.rows.resolved();
        List<M> records = scope.engine().list(scope, wanted, isBackwards ? Long.MAX_VALUE : most, joins);
        List<List<?>> values = new ArrayList<>(includes.size());
        for (int i = 0; i < joined.size(); i++) {
            Joined<M, ?> join = joined.get(i);
            values.add(join == null ? includes.get(i).load(scope, records) : join.values(scope));
        }
        Loaded loaded = new Loaded(values);
        List<R> combined = new ArrayList<>(records.size());
        for (int row = 0; row < records.size(); row++) {
            combined.add(step.combine(records.get(row), loaded, row));
        }
        if (isBackwards) {
            Collections.reverse(combined);
        }
        return combined;
    }
}
