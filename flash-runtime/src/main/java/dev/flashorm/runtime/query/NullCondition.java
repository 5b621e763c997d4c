package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;

/** What is said of a column without a value: `x IS NULL`. */
final class NullCondition<M> extends Condition<M> {
    private final Column<M, ?> column;
    private final Fragment operator;

    NullCondition(Column<M, ?> column, Fragment operator) {
        this.column = column;
        this.operator = operator;
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.plain(column, operator);
    }

    @Override
    void shape(Shape shape) {
        shape.add(column.code(operator));
    }

    @Override
    void write(SqlText sql, String alias) {
        sql.fragment(operator, column.in(alias));
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) {
        return index;
    }
}
