package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A column between two values. */
final class RangeCondition<M, T> extends Condition<M> {
    private final Column<M, T> column;
    private final T from;
    private final T to;

    RangeCondition(Column<M, T> column, T from, T to) {
        this.column = column;
        this.from = from;
        this.to = to;
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.between(column, from, to);
    }

    @Override
    void shape(Shape shape) {
        shape.add(column.code(Fragment.BETWEEN));
    }

    @Override
    void write(SqlText sql, String alias) {
        sql.fragment(Fragment.BETWEEN, column.in(alias));
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        column.type().set(statement, index, from);
        column.type().set(statement, index + 1, to);
        return index + 2;
    }
}
