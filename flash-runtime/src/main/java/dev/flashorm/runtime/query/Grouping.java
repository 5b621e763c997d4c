package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in groups that have some values in common. Aggregates and those values can be selected of them, in any order:
 * {@code groupBy(Users.ROLE).select(Users.ROLE, count(), RoleStat::new)}. Immutable.
 *
 * @param <M> the record of the rows
 */
public final class Grouping<M> extends Projectable<M> {
    private final Scope scope;
    private final Rows<M> rows;
    private final List<Expression<M, ?>> keys;
    private final Rows<M> groups;

    Grouping(Scope scope, Rows<M> rows, List<Expression<M, ?>> keys, Rows<M> groups) {
        this.scope = scope;
        this.rows = rows;
        this.keys = keys;
        this.groups = groups;
    }

    private Grouping<M> narrowed(Rows<M> narrower) {
        return new Grouping<>(scope, rows, keys, narrower);
    }

    /** Only groups that satisfy all of these and what was said before. */
    @SafeVarargs
    @SuppressWarnings("unchecked")
    public final Grouping<M> having(Condition<? super M>... conditions) {
        List<Condition<M>> all = new ArrayList<>();
        for (Condition<? super M> condition : conditions) {
            // What is said of all rows is said of these.
            all.add((Condition<M>) condition);
        }
        return narrowed(groups.where(Junction.of(true, all)));
    }

    /** Groups sorted by aggregates or by what they have in common, after what was said before. */
    @SafeVarargs
    @SuppressWarnings("unchecked")
    public final Grouping<M> orderBy(Order<? super M>... orders) {
        List<Order<M>> all = new ArrayList<>();
        for (Order<? super M> order : orders) {
            Order<M> own = (Order<M>) order;
            requireOfGroup(own.by());
            all.add(own);
        }
        return narrowed(groups.orderBy(all));
    }

    /** Leaves out so many of the first groups. */
    public Grouping<M> skip(long count) {
        return narrowed(groups.skip(count));
    }

    /** No more groups than so many. */
    public Grouping<M> take(long count) {
        return narrowed(groups.take(count));
    }

    @Override
    <R> Projection<M, R> project(List<Expression<M, ?>> expressions, RowMapper<R> mapper) {
        expressions.forEach(this::requireOfGroup);
        Select.Groups<M> grouped =
                new Select.Groups<>(keys, groups.condition(), groups.orders(), groups.skip(), groups.take());
        return new Projection<>(scope, new Select<>(expressions, false, rows, grouped), mapper);
    }

    private void requireOfGroup(Expression<M, ?> expression) {
        if (!expression.isAggregate() && !keys.contains(expression)) {
            throw new IllegalStateException("A group has many values of " + expression
                    + ": name it in groupBy(…), or take an aggregate of it.");
        }
    }
}
