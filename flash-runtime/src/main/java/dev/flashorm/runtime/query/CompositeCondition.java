package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.util.List;

/** What is said of documents inside the document; no database with SQL has them. */
abstract class CompositeCondition<M> extends Condition<M> {
    static <M, T> Condition<M> of(Column<M, T> column, Condition<T> condition) {
        return new CompositeCondition<>() {
            @Override
            public <R> R accept(ConditionVisitor<R> visitor) {
                return visitor.composite(column, condition);
            }
        };
    }

    static <M, T> Condition<M> of(Column<M, List<T>> column, Quantifier quantifier, Condition<T> condition) {
        return new CompositeCondition<>() {
            @Override
            public <R> R accept(ConditionVisitor<R> visitor) {
                return visitor.composites(column, quantifier, condition);
            }
        };
    }

    @Override
    void shape(Shape shape) {
        throw noSql();
    }

    @Override
    void write(SqlText sql, String alias) {
        throw noSql();
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) {
        throw noSql();
    }

    private static UnsupportedOperationException noSql() {
        return new UnsupportedOperationException("No database with SQL has composite types.");
    }
}
