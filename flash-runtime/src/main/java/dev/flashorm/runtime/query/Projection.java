package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Selected values of rows or of groups, each row as one value of the caller's own. Immutable.
 *
 * @param <M> the record of the rows
 * @param <R> the caller's value
 */
public final class Projection<M, R> {
    private final Scope scope;
    private final Select<M> select;
    private final RowMapper<R> mapper;

    Projection(Scope scope, Select<M> select, RowMapper<R> mapper) {
        this.scope = scope;
        this.select = select;
        this.mapper = mapper;
    }

    /**
     * Each result once.
     *
     * @throws IllegalStateException if it is sorted by what is not selected: equal results have no one place then
     */
    public Projection<M, R> distinct() {
        if (select.rows().lock() != null) {
            throw new IllegalStateException("distinct gives no rows that could be locked.");
        }
        List<Order<M>> orders = select.groups() == null
                ? select.rows().orders()
                : select.groups().orders();
        for (Order<M> order : orders) {
            if (!select.expressions().contains(order.by())) {
                throw new IllegalStateException(
                        "distinct sorts by selected values only, but " + order.by() + " is not selected.");
            }
        }
        Select<M> distinct = new Select<>(select.expressions(), true, select.rows(), select.groups());
        return new Projection<>(scope, distinct, mapper);
    }

    public List<R> list() {
        return scope.engine().select(scope, select, mapper, Long.MAX_VALUE);
    }

    /** The first one, if there is one that is not null. */
    public Optional<R> first() {
        List<R> found = scope.engine().select(scope, select, mapper, 1);
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
    }

    /**
     * The only one: of aggregates without groups there always is one.
     *
     * @throws RecordNotFoundException if there is none
     * @throws IllegalStateException if there are several
     */
    public R one() {
        return Selection.only(select.rows().table(), list());
    }

    /**
     * One after another, in memory that does not grow with their number; then everything is closed.
     *
     * @param fetchSize how many rows the driver may hold at once, one at least
     */
    public void forEach(int fetchSize, Consumer<? super R> action) {
        try (Stream<R> values = stream(fetchSize)) {
            values.forEach(action);
        }
    }

    /**
     * Read when they are asked for, in memory that does not grow with their number. It holds a connection until it is
     * read to its end or closed, so it belongs into a {@code try}.
     */
    public Stream<R> stream() {
        return stream(Selection.FETCH_SIZE);
    }

    private Stream<R> stream(int fetchSize) {
        return scope.engine().stream(scope, select, mapper, Selection.requireRows(fetchSize));
    }
}
