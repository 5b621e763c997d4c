package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.LongType;
import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How many related records there are: `(SELECT COUNT(*) FROM posts AS t1 WHERE t1.author_id = t0.id)`. */
final class RelatedCount<M, T> extends ComputedValue<M, Long> {
    private static final SqlType<Long> COUNT = new LongType();

    private final Link<M, T> link;
    private final Condition<T> condition;

    RelatedCount(Link<M, T> link, Condition<T> condition) {
        super(COUNT);
        this.link = link;
        this.condition = condition;
    }

    @Override
    void shape(Shape shape) {
        shape.add(Condition.RELATION);
        shape.add(link.ordinal());
        condition.shape(shape);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.count(link, condition);
    }

    @Override
    <R extends @Nullable Object> R compared(ConditionVisitor<R> visitor, Fragment operator, Long number) {
        return visitor.relatedCount(link, condition, operator, number);
    }

    @Override
    String in(SqlText text, String alias) {
        String related = text.newAlias();
        String from = link.from(text, alias, related);
        String where = condition.isAbsent() ? "" : " AND " + text.captured(() -> condition.write(text, related));
        return "(SELECT COUNT(*)" + from + where + ")";
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        return condition.bind(statement, index, dialect);
    }

    @Override
    boolean isNullable() {
        return false;
    }
}
