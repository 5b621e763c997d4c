package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the database works out, compared with a value. */
final class ComputedCondition<M, T> extends Condition<M> {
    private final ComputedValue<M, T> left;
    private final Fragment operator;
    private final T value;

    ComputedCondition(ComputedValue<M, T> left, Fragment operator, T value) {
        this.left = left;
        this.operator = operator;
        this.value = value;
    }

    @Override
    public <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor) {
        return left.compared(visitor, operator, value);
    }

    @Override
    @SuppressWarnings("EnumOrdinal")
    void shape(Shape shape) {
        shape.add(COMPUTED);
        left.shape(shape);
        shape.add(operator.ordinal());
    }

    @Override
    void write(SqlText sql, String alias) {
        sql.fragment(operator, left.in(sql, alias));
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        int next = left.bind(statement, index, dialect);
        left.type().set(statement, next, value);
        return next + 1;
    }
}
