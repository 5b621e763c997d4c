package dev.flashorm.runtime.query.type;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** A whole number that 64 bits may not hold: the sum of many {@code BigInt}. */
public final class WholeNumberType extends SqlType<BigDecimal> {
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

    public WholeNumberType() {
        super(Types.DECIMAL);
    }

    @Override
    public @Nullable BigDecimal read(ResultSet rows, int index) throws SQLException {
        return rows.getBigDecimal(index);
    }

    /** As a {@code long} where that is the same: SQLite compares numbers with numbers only. */
    @Override
    public void set(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        boolean isLong = value.stripTrailingZeros().scale() <= 0
                && value.compareTo(LEAST) >= 0
                && value.compareTo(GREATEST) <= 0;
        if (isLong) {
            statement.setLong(index, value.longValueExact());
        } else {
            statement.setBigDecimal(index, value);
        }
    }
}
