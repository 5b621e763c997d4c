package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A relation to one record at most.
 *
 * @param <M> the record that has the relation
 * @param <T> the related record
 */
public final class ToOne<M, T> implements Joinable<M, @Nullable T> {
    private final String name;
    private final Link<M, T> link;

    ToOne(String name, Link<M, T> link) {
        this.name = name;
        this.link = link;
    }

    /** Whose related record satisfies the condition; who has none does not match. */
    public Condition<M> is(Condition<T> condition) {
        return new RelationCondition<>(link, Quantifier.SOME, condition);
    }

    /** Who has no related record that satisfies the condition: it has another one, or none. */
    public Condition<M> isNot(Condition<T> condition) {
        return new RelationCondition<>(link, Quantifier.NONE, condition);
    }

    /** Who has a related record. */
    public Condition<M> exists() {
        return is(Condition.absent());
    }

    /** A value of the related record, to select, compare or sort by; null if there is no such record. */
    public <V> ComputedValue<M, V> get(Expression<T, V> value) {
        return new RelatedColumn<>(link, value);
    }

    /** Loads what belongs to the related record too. */
    public <V extends @Nullable Object, R> Include<M, @Nullable R> with(
            Include<T, V> include, BiFunction<? super T, ? super V, ? extends R> combine) {
        return new ToOneWith<>(this, include, combine);
    }

    @Override
    public List<@Nullable T> load(Scope scope, List<M> records) {
        Rows<T> wanted = new Rows<>(link.target(), Condition.absent(), List.of(), -1, -1);
        List<@Nullable T> related = new ArrayList<>(records.size());
        for (List<T> found : scope.engine().related(scope, link, wanted, records)) {
            related.add(found.isEmpty() ? null : found.get(0));
        }
        return related;
    }

    @Override
    public Joined<M, @Nullable T> joined() {
        return new JoinedRecord<>(link);
    }

    Link<M, T> link() {
        return link;
    }

    @Override
    public String toString() {
        return name;
    }
}
