package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import dev.flashorm.runtime.query.type.DoubleType;
import dev.flashorm.runtime.query.type.LongType;
import dev.flashorm.runtime.query.type.SqlType;

/** {@code Int}. */
public final class IntColumn<M> extends NumberColumn<M, Integer> {
    private static final SqlType<Long> SUM = new LongType();
    private static final SqlType<Double> AVG = new DoubleType();

    IntColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<Integer> type) {
        super(table, ordinal, name, sql, type);
    }

    /** As a {@code Long}, which no table can fill; null if there is no value. */
    public Aggregate<M, Long> sum() {
        return Aggregate.of(this, Fragment.SUM, SUM);
    }

    /** Null if there is no value. */
    public Aggregate<M, Double> avg() {
        return Aggregate.of(this, Fragment.AVG, AVG);
    }
}
