package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A column compared with a value. */
class ValueCondition<M, T> extends Condition<M> {
    final Column<M, T> column;
    final Fragment operator;
    final T value;

    ValueCondition(Column<M, T> column, Fragment operator, T value) {
        this.column = column;
        this.operator = operator;
        this.value = value;
    }

    @Override
    public final <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.compare(column, operator, value);
    }

    @Override
    final void shape(Shape shape) {
        shape.add(column.code(operator));
    }

    @Override
    void write(SqlText sql, String alias) {
        sql.fragment(operator, column.in(alias));
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        column.type().set(statement, index, value);
        return index + 1;
    }
}
