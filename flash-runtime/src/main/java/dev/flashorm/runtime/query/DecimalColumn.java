package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.math.BigDecimal;

/** {@code Decimal}. */
public final class DecimalColumn<M> extends NumberColumn<M, BigDecimal> {

    DecimalColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<BigDecimal> type) {
        super(table, ordinal, name, sql, type);
    }

    /** With all digits; null if there is no value. */
    public Aggregate<M, BigDecimal> sum() {
        return Aggregate.of(this, Fragment.SUM, storage());
    }

    /** With as many digits as the database gives; null if there is no value. */
    public Aggregate<M, BigDecimal> avg() {
        return Aggregate.of(this, Fragment.AVG_DECIMAL, storage());
    }
}
