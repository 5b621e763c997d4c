package dev.flashorm.runtime.query.type;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** {@code Decimal}, where the database keeps every digit. */
public final class DecimalType extends SqlType<BigDecimal> {
    public DecimalType() {
        super(Types.DECIMAL);
    }

    @Override
    public @Nullable BigDecimal read(ResultSet rows, int index) throws SQLException {
        return rows.getBigDecimal(index);
    }

    @Override
    public void set(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        statement.setBigDecimal(index, value);
    }
}
