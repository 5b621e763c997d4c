package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A direction by a column or by what the database works out. Unless it is said, null counts as the least of all values,
 * on every database: first when ascending, last when descending.
 *
 * @param <M> the record of the rows
 */
public final class Order<M> {
    private final Expression<M, ?> by;
    private final Fragment direction;

    Order(Expression<M, ?> by, Fragment direction) {
        this.by = by;
        this.direction = direction;
    }

    public Order<M> nullsFirst() {
        return new Order<>(by, isDescending() ? Fragment.DESC_NULLS_FIRST : Fragment.ASC_NULLS_FIRST);
    }

    public Order<M> nullsLast() {
        return new Order<>(by, isDescending() ? Fragment.DESC_NULLS_LAST : Fragment.ASC_NULLS_LAST);
    }

    /** What is sorted by. */
    public Expression<M, ?> by() {
        return by;
    }

    /** @throws IllegalStateException if it is an order by something else */
    public Column<M, ?> column() {
        if (by instanceof Column<M, ?> column) {
            return column;
        }
        throw new IllegalStateException("This takes an order by columns of the row itself only.");
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

    boolean hasNullsFirst() {
        Fragment written = written();
        return written == Fragment.ASC || written == Fragment.ASC_NULLS_FIRST || written == Fragment.DESC_NULLS_FIRST;
    }

    Order<M> reversed() {
        return new Order<>(
                by,
                switch (written()) {
                    case ASC -> Fragment.DESC;
                    case ASC_NULLS_FIRST -> Fragment.DESC_NULLS_LAST;
                    case ASC_NULLS_LAST -> Fragment.DESC_NULLS_FIRST;
                    case DESC_NULLS_FIRST -> Fragment.ASC_NULLS_LAST;
                    case DESC_NULLS_LAST -> Fragment.ASC_NULLS_FIRST;
                    default -> Fragment.ASC;
                });
    }

    /** A column without nulls is left to its index. */
    private Fragment written() {
        if (!by.isNullable()) {
            return isDescending() ? Fragment.DESC : Fragment.ASC;
        }
        return switch (direction) {
            case ASC -> Fragment.ASC_NULLS_FIRST;
            case DESC -> Fragment.DESC_NULLS_LAST;
            default -> direction;
        };
    }

    @SuppressWarnings("EnumOrdinal")
    void shape(Shape shape) {
        by.shape(shape);
        shape.add(written().ordinal());
    }

    void write(SqlText sql, String alias) {
        sql.fragment(written(), by.in(sql, alias));
    }

    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        if (by instanceof Column<M, ?>) {
            return index;
        }
        int next = index;
        for (int left = dialect.count(written(), "{}"); left > 0; left--) {
            next = by.bind(statement, next, dialect);
        }
        return next;
    }
}
