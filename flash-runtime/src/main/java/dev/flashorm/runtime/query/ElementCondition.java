package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;

/** An array that has an element. */
final class ElementCondition<M, E> extends Condition<M> {
    private final Column<M, ?> column;
    private final ColumnType<E> type;
    private final E element;

    ElementCondition(Column<M, ?> column, ColumnType<E> type, E element) {
        this.column = column;
        this.type = type;
        this.element = Objects.requireNonNull(element, () -> column.name() + ": no list has a null");
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.element(column, type, element);
    }

    @Override
    void shape(Shape shape) {
        shape.add(column.code(Fragment.HAS));
    }

    @Override
    void write(SqlText sql, String alias) {
        sql.fragment(Fragment.HAS, column.in(alias));
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        ((SqlType<E>) type).set(statement, index, element);
        return index + 1;
    }
}
