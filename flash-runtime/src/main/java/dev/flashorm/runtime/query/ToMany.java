package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A relation to any number of records: all of them, or those that a condition, an order and a page choose.
 *
 * @param <M> the record that has the relation
 * @param <T> the related record
 */
public final class ToMany<M, T> implements Include<M, List<T>> {
    private final String name;
    private final Link<M, T> link;
    private final Condition<T> condition;
    private final List<Order<T>> orders;
    private final long skip;
    private final long take;

    ToMany(String name, Link<M, T> link) {
        this(name, link, Condition.absent(), List.of(), -1, -1);
    }

    private ToMany(String name, Link<M, T> link, Condition<T> condition, List<Order<T>> orders, long skip, long take) {
        this.name = name;
        this.link = link;
        this.condition = condition;
        this.orders = orders;
        this.skip = skip;
        this.take = take;
    }

    /** Who has a related record that satisfies the condition. */
    public Condition<M> some(Condition<T> wanted) {
        return new RelationCondition<>(link, Quantifier.SOME, wanted);
    }

    /** Whose related records all satisfy the condition; who has none matches. */
    public Condition<M> every(Condition<T> wanted) {
        return new RelationCondition<>(link, Quantifier.EVERY, wanted);
    }

    /** Who has no related record that satisfies the condition. */
    public Condition<M> none(Condition<T> wanted) {
        return new RelationCondition<>(link, Quantifier.NONE, wanted);
    }

    /** Who has a related record. */
    public Condition<M> exists() {
        return some(Condition.absent());
    }

    /** How many related records there are, of those that {@link #where} chose; to select, compare or sort by. */
    public ComputedValue<M, Long> count() {
        return new RelatedCount<>(link, condition);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ToMany<M, T> where(Condition<T>... conditions) {
        Condition<T> all = condition.isAbsent() ? Condition.and(conditions) : condition.and(Condition.and(conditions));
        return new ToMany<>(name, link, all, orders, skip, take);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ToMany<M, T> orderBy(Order<T>... wanted) {
        List<Order<T>> all = new ArrayList<>(orders);
        all.addAll(List.of(wanted));
        return new ToMany<>(name, link, condition, List.copyOf(all), skip, take);
    }

    /** Leaves out the first ones of each record's. */
    public ToMany<M, T> skip(long count) {
        return new ToMany<>(name, link, condition, orders, Rows.natural(count), take);
    }

    /** No more than so many of each record's. */
    public ToMany<M, T> take(long count) {
        return new ToMany<>(name, link, condition, orders, skip, Rows.natural(count));
    }

    /** Loads what belongs to the related records too. */
    public <V extends @Nullable Object, R> Include<M, List<R>> with(
            Include<T, V> include, BiFunction<? super T, ? super V, ? extends R> combine) {
        return (scope, records) -> {
            List<List<T>> related = load(scope, records);
            List<T> flat = new ArrayList<>();
            related.forEach(flat::addAll);
            List<V> values = include.load(scope, flat);
            List<List<R>> combined = new ArrayList<>(related.size());
            int next = 0;
            for (List<T> group : related) {
                List<R> results = new ArrayList<>(group.size());
                for (T record : group) {
                    results.add(combine.apply(record, values.get(next++)));
                }
                combined.add(results);
            }
            return combined;
        };
    }

    @Override
    public List<List<T>> load(Scope scope, List<M> records) {
        Rows<T> wanted = new Rows<>(link.target(), condition, orders, skip, take);
        return scope.engine().related(scope, link, wanted, records);
    }

    Link<M, T> link() {
        return link;
    }

    @Override
    public String toString() {
        return name;
    }
}
