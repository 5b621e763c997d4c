package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A column among values. Where the database has arrays the list is one parameter; elsewhere it is filled up to a power
 * of two with its last value, so that lists of many lengths share a statement.
 */
final class ListCondition<M, T> extends Condition<M> {
    private final Column<M, T> column;
    private final Fragment operator;
    private final List<T> values;

    ListCondition(Column<M, T> column, Fragment operator, List<T> values) {
        this.column = column;
        this.operator = operator;
        this.values = values;
    }

    /** How many parameters stand for so many values. */
    static int room(int values) {
        return values <= 1 ? values : Integer.highestOneBit(values - 1) << 1;
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.among(column, operator, values);
    }

    @Override
    void shape(Shape shape) {
        shape.add(column.code(operator));
        shape.add(shape.dialect().hasArrays() ? -1 : room(values.size()));
    }

    @Override
    void write(SqlText sql, String alias) {
        if (sql.dialect().hasArrays()) {
            sql.fragment(operator, column.in(alias));
        } else if (values.isEmpty()) {
            sql.append(operator == Fragment.IN ? "1 = 0" : "1 = 1");
        } else {
            sql.fragment(operator, column.in(alias), room(values.size()));
        }
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        if (dialect.hasArrays()) {
            column.type().bindAll(statement, index, values);
            return index + 1;
        }
        int room = room(values.size());
        for (int i = 0; i < room; i++) {
            column.type().set(statement, index + i, values.get(Math.min(i, values.size() - 1)));
        }
        return index + room;
    }
}
