package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A condition on related rows: `EXISTS (SELECT 1 FROM …)`. */
final class RelationCondition<M, T> extends Condition<M> {
    private final Link<M, T> link;
    private final Quantifier quantifier;
    private final Condition<T> condition;

    RelationCondition(Link<M, T> link, Quantifier quantifier, Condition<T> condition) {
        this.link = link;
        this.quantifier = quantifier;
        this.condition = condition;
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        return visitor.related(link, quantifier, condition);
    }

    @Override
    @SuppressWarnings("EnumOrdinal")
    void shape(Shape shape) {
        shape.add(RELATION);
        shape.add(link.ordinal() * 3 + quantifier.ordinal());
        condition.shape(shape);
    }

    @Override
    void write(SqlText sql, String alias) {
        String related = sql.newAlias();
        sql.append(quantifier == Quantifier.SOME ? "EXISTS (SELECT 1" : "NOT EXISTS (SELECT 1");
        sql.append(link.from(sql, alias, related));
        if (!condition.isAbsent()) {
            sql.append(" AND ");
            if (quantifier == Quantifier.EVERY) {
                sql.append("(");
                condition.write(sql, related);
                // A related row for which the condition is unknown does not satisfy it either.
                sql.append(") IS NOT TRUE");
            } else {
                condition.write(sql, related);
            }
        } else if (quantifier == Quantifier.EVERY) {
            sql.append(" AND 1 = 0");
        }
        sql.append(")");
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        return condition.bind(statement, index, dialect);
    }
}
