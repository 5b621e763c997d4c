package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** `NOT (a)`. */
final class Negation<M> extends Condition<M> {
    private final Condition<M> condition;

    Negation(Condition<M> condition) {
        this.condition = condition;
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.not(condition);
    }

    @Override
    void shape(Shape shape) {
        shape.add(NOT);
        condition.shape(shape);
    }

    @Override
    void write(SqlText sql, String alias) {
        sql.append("NOT (");
        condition.write(sql, alias);
        sql.append(")");
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        return condition.bind(statement, index, dialect);
    }
}
