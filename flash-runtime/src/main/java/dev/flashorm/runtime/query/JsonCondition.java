package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** `data #> '{a,b}' = '1'`: a part of a JSON value compared with another, or with nothing. */
final class JsonCondition<M> extends Condition<M> {
    private final JsonPath<M> path;
    private final Fragment operator;
    private final @Nullable Json value;

    JsonCondition(JsonPath<M> path, Fragment operator, @Nullable Json value) {
        this.path = path;
        this.operator = operator;
        this.value = value;
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.json(path, operator, value);
    }

    @Override
    void shape(Shape shape) {
        shape.add(path.code(operator));
    }

    @Override
    void write(SqlText sql, String alias) {
        sql.append(path.in(sql, operator, alias));
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        int next = path.bind(statement, index, operator, dialect);
        if (value == null) {
            return next;
        }
        path.column().type().set(statement, next, value);
        return next + 1;
    }
}
