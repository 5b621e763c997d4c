package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A text that contains, begins or ends with another. */
final class PatternCondition<M> extends Condition<M> {
    private final Column<M, String> column;
    private final Fragment operator;
    private final boolean before;
    private final String part;
    private final boolean after;

    PatternCondition(Column<M, String> column, Fragment operator, boolean before, String part, boolean after) {
        this.column = column;
        this.operator = operator;
        this.before = before;
        this.part = part;
        this.after = after;
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.pattern(column, operator, before, part, after);
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
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        Dialect.PatternStyle style =
                operator == Fragment.LIKE_IGNORE_CASE ? Dialect.PatternStyle.LIKE : dialect.patterns();
        column.type().set(statement, index, style.pattern(before, part, after));
        return index + 1;
    }
}
