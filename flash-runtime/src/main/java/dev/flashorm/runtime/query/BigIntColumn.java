package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import dev.flashorm.runtime.query.type.DoubleType;
import dev.flashorm.runtime.query.type.SqlType;
import dev.flashorm.runtime.query.type.WholeNumberType;
import java.math.BigDecimal;

/** {@code BigInt}. */
public final class BigIntColumn<M> extends NumberColumn<M, Long> {
    private static final SqlType<BigDecimal> SUM = new WholeNumberType();
    private static final SqlType<Double> AVG = new DoubleType();

    BigIntColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<Long> type) {
        super(table, ordinal, name, sql, type);
    }

    /** With all digits, except that SQLite reports a sum beyond 64 bits as an error; null if there is no value. */
    public Aggregate<M, BigDecimal> sum() {
        return Aggregate.of(this, Fragment.SUM, SUM);
    }

    /** Null if there is no value. */
    public Aggregate<M, Double> avg() {
        return Aggregate.of(this, Fragment.AVG, AVG);
    }
}
