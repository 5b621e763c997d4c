package dev.flashorm.runtime.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A primary key or unique of a model: a constant of generated code, such as {@code Users.BY_EMAIL}.
 *
 * @param <M> the record of a row
 */
public final class UniqueKey<M> {
    private final List<Column<M, ?>> columns;

    UniqueKey(List<Column<M, ?>> columns) {
        this.columns = columns;
    }

    /** In the order of the schema file. */
    public List<Column<M, ?>> columns() {
        return columns;
    }

    /** That a row has the same key as this one. */
    public Condition<M> of(M row) {
        return Junction.of(
                true, columns.stream().map(column -> Column.equal(column, row)).toList());
    }

    /** Such as {@code User(email)}. */
    @Override
    public String toString() {
        return columns.get(0).table().model()
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
