package dev.flashorm.runtime.query;

/** A direction by a column. Where nulls sort is the database's habit, unless it is said. */
public final class Order<M> {
    private final Column<M, ?> column;
    private final Fragment direction;

    Order(Column<M, ?> column, Fragment direction) {
        this.column = column;
        this.direction = direction;
    }

    public Order<M> nullsFirst() {
        return new Order<>(column, isDescending() ? Fragment.DESC_NULLS_FIRST : Fragment.ASC_NULLS_FIRST);
    }

    public Order<M> nullsLast() {
        return new Order<>(column, isDescending() ? Fragment.DESC_NULLS_LAST : Fragment.ASC_NULLS_LAST);
    }

    public Column<M, ?> column() {
        return column;
    }

    /** {@link Fragment#ASC} or {@link Fragment#DESC}, with a place for nulls or without. */
    public Fragment direction() {
        return direction;
    }

    public boolean isDescending() {
        return direction == Fragment.DESC
                || direction == Fragment.DESC_NULLS_FIRST
                || direction == Fragment.DESC_NULLS_LAST;
    }

    int code() {
        return column.code(direction);
    }

    void write(SqlText sql, String alias) {
        sql.fragment(direction, column.in(alias));
    }
}
