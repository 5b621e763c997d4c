package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table: all of them, or those that conditions, an order and a page choose. Immutable: each method that
 * narrows gives a new one, and every one can be used any number of times.
 *
 * @param <M> the record of a row
 * @param <S> what narrowing gives
 */
public abstract class Selection<M, S extends Selection<M, S>> {
    final Scope scope;
    final Table<M> table;
    final Condition<M> condition;
    final List<Order<M>> orders;
    final long skip;
    final long take;

    Selection(Scope scope, Table<M> table, Condition<M> condition, List<Order<M>> orders, long skip, long take) {
        this.scope = scope;
        this.table = table;
        this.condition = condition;
        this.orders = orders;
        this.skip = skip;
        this.take = take;
    }

    private Rows<M> rows() {
        return new Rows<>(table, condition, orders, skip, take);
    }

    abstract S narrowed(Condition<M> where, List<Order<M>> orderBy, long skipped, long taken);

    /** Only rows that satisfy all of these and what was said before. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final S where(Condition<M>... conditions) {
        Condition<M> more = Condition.and(conditions);
        return narrowed(condition.isAbsent() ? more : condition.and(more), orders, skip, take);
    }

    /** Sorted by these, after what was said before. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final S orderBy(Order<M>... wanted) {
        if (orders.isEmpty()) {
            return narrowed(condition, List.of(wanted), skip, take);
        }
        List<Order<M>> all = new ArrayList<>(orders);
        all.addAll(List.of(wanted));
        return narrowed(condition, List.copyOf(all), skip, take);
    }

    /** Leaves out so many of the first. */
    public final S skip(long count) {
        return narrowed(condition, orders, Page.count(count), take);
    }

    /** No more than so many. */
    public final S take(long count) {
        return narrowed(condition, orders, skip, Page.count(count));
    }

    public final List<M> list() {
        return scope.engine().list(scope, rows(), Long.MAX_VALUE);
    }

    /** The first one, if there is one. */
    public final Optional<M> first() {
        return take == 0
                ? Optional.empty()
                : scope.engine().list(scope, rows(), 1).stream().findFirst();
    }

    /**
     * The only one.
     *
     * @throws RecordNotFoundException if there is none
     * @throws IllegalStateException if there are several
     */
    public final M one() {
        return only(table, scope.engine().list(scope, rows(), 2));
    }

    static <M, R> R only(Table<M> table, List<R> found) {
        if (found.isEmpty()) {
            throw new RecordNotFoundException(table.model(), "condition");
        }
        if (found.size() > 1) {
            throw new IllegalStateException(
                    "One " + table.model() + " was expected, but several satisfy the condition.");
        }
        return found.get(0);
    }

    /** How many there are, within the page if one was chosen. */
    public final long count() {
        return scope.engine().count(scope, rows());
    }

    /** Whether there is one. */
    public final boolean exists() {
        return take != 0 && scope.engine().exists(scope, rows());
    }

    /** Loads related records with each row, and makes a value of both. */
    public final <V extends @Nullable Object, R> Loading<M, R> with(
            Include<M, V> include, BiFunction<? super M, ? super V, ? extends R> combine) {
        return new Loading<>(this, (scope, records) -> {
            List<V> values = include.load(scope, records);
            List<R> combined = new ArrayList<>(records.size());
            for (int i = 0; i < records.size(); i++) {
                combined.add(combine.apply(records.get(i), values.get(i)));
            }
            return combined;
        });
    }

    /** Loads two relations with each row. */
    public final <V extends @Nullable Object, W extends @Nullable Object, R> Loading<M, R> with(
            Include<M, V> first, Include<M, W> second, Combine3<? super M, ? super V, ? super W, ? extends R> combine) {
        return new Loading<>(this, (scope, records) -> {
            List<V> firsts = first.load(scope, records);
            List<W> seconds = second.load(scope, records);
            List<R> combined = new ArrayList<>(records.size());
            for (int i = 0; i < records.size(); i++) {
                combined.add(combine.apply(records.get(i), firsts.get(i), seconds.get(i)));
            }
            return combined;
        });
    }

    /** Loads three relations with each row. */
    public final <V extends @Nullable Object, W extends @Nullable Object, X extends @Nullable Object, R>
            Loading<M, R> with(
                    Include<M, V> first,
                    Include<M, W> second,
                    Include<M, X> third,
                    Combine4<? super M, ? super V, ? super W, ? super X, ? extends R> combine) {
        return new Loading<>(this, (scope, records) -> {
            List<V> firsts = first.load(scope, records);
            List<W> seconds = second.load(scope, records);
            List<X> thirds = third.load(scope, records);
            List<R> combined = new ArrayList<>(records.size());
            for (int i = 0; i < records.size(); i++) {
                combined.add(combine.apply(records.get(i), firsts.get(i), seconds.get(i), thirds.get(i)));
            }
            return combined;
        });
    }
}
