package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Selected values of rows or of groups, each row as one value of the caller's own. Immutable.
 *
 * @param <M> the record of the rows
 * @param <R> the caller's value
 */
public final class Projection<M, R> {
    private final Scope scope;
    private final Select<M> select;
    private final RowReader<R> reader;

    Projection(Scope scope, Select<M> select, RowReader<R> reader) {
        this.scope = scope;
        this.select = select;
        this.reader = reader;
    }

    /**
     * Each result once.
     *
     * @throws IllegalStateException if it is sorted by what is not selected: equal results have no one place then
     */
    public Projection<M, R> distinct() {
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
        return new Projection<>(scope, distinct, reader);
    }

    public List<R> list() {
        return scope.engine().query(scope, select, this::readAll);
    }

    /** The first one, if there is one that is not null. */
    public Optional<R> first() {
        return scope.engine()
                .query(
                        scope,
                        select,
                        rows -> rows.next() ? Optional.ofNullable(reader.read(rows, 1)) : Optional.empty());
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

    private List<R> readAll(ResultSet rows) throws SQLException {
        List<R> values = new ArrayList<>();
        while (rows.next()) {
            values.add(reader.read(rows, 1));
        }
        return values;
    }
}
