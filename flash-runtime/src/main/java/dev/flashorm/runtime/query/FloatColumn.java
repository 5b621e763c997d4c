package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;

/** {@code Float}. */
public final class FloatColumn<M> extends NumberColumn<M, Double> {

    FloatColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<Double> type) {
        super(table, ordinal, name, sql, type);
    }

    /** Null if there is no value. */
    public Aggregate<M, Double> sum() {
        return Aggregate.of(this, Fragment.SUM, storage());
    }

    /** Null if there is no value. */
    public Aggregate<M, Double> avg() {
        return Aggregate.of(this, Fragment.AVG, storage());
    }
}
