package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A value of the one related record: `(SELECT t1.name FROM users AS t1 WHERE t1.id = t0.author_id)`. */
final class RelatedColumn<M, T, V> extends ComputedValue<M, V> {
    private final Link<M, T> link;
    private final Expression<T, V> value;

    RelatedColumn(Link<M, T> link, Expression<T, V> value) {
        super(value.storage());
        this.link = link;
        this.value = value;
    }

    @Override
    void shape(Shape shape) {
        shape.add(Condition.RELATION);
        shape.add(link.ordinal());
        value.shape(shape);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.related(link, value);
    }

    @Override
    <R extends @Nullable Object> R compared(ConditionVisitor<R> visitor, Fragment operator, V operand) {
        return visitor.relatedValue(link, value.compared(operator, operand));
    }

    @Override
    String in(SqlText text, String alias) {
        String related = text.newAlias();
        return "(SELECT " + value.in(text, related) + link.from(text, alias, related) + ")";
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        return value.bind(statement, index, dialect);
    }

    /** There may be no related record. */
    @Override
    boolean isNullable() {
        return true;
    }
}
