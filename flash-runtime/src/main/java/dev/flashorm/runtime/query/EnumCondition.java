package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Values of an enum that are sorted before or behind one of them: as an enum or as a text, whichever the database sorts
 * by, or by their places in it, which are those of the schema.
 */
final class EnumCondition<M, T> extends Condition<M> {
    private final Column<M, T> column;
    private final Fragment operator;
    private final T value;

    EnumCondition(Column<M, T> column, Fragment operator, T value) {
        this.column = column;
        this.operator = operator;
        this.value = value;
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.compare(column, operator, value);
    }

    @Override
    void shape(Shape shape) {
        shape.add(column.code(operator));
    }

    @Override
    void write(SqlText sql, String alias) {
        String left = column.in(alias);
        sql.fragment(
                operator,
                sql.dialect().has(Fragment.ENUM_PLACE)
                        ? Dialect.fill(sql.dialect().fragment(Fragment.ENUM_PLACE), left)
                        : left);
    }

    @Override
    @SuppressWarnings("EnumOrdinal")
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        if (dialect.has(Fragment.ENUM_PLACE)) {
            statement.setInt(index, ((Enum<?>) value).ordinal() + 1);
        } else {
            column.type().set(statement, index, value);
        }
        return index + 1;
    }
}
