package dev.flashorm.runtime.query.sqlite;

import dev.flashorm.runtime.ValueOutOfRange;
import dev.flashorm.runtime.query.type.SqlType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * {@code Decimal}: a column of numeric affinity keeps an integer or a double. Fifteen significant digits survive the
 * way through a double (SQLite manual, "Datatypes In SQLite", section 3); a value with more is refused, never rounded.
 */
final class SqliteDecimalType extends SqlType<BigDecimal> {
    private static final int EXACT_DIGITS = 15;
    private static final int INTEGER_DIGITS = 18;

    SqliteDecimalType() {
        super(Types.NUMERIC);
    }

    @Override
    public @Nullable BigDecimal read(ResultSet rows, int index) throws SQLException {
        Object value = rows.getObject(index);
        if (value == null) {
            return null;
        }
        if (value instanceof Double number) {
            return decimal(number);
        }
        return new BigDecimal(value.toString());
    }

    /** The shortest decimal that stands for this double: what was stored, when it had fifteen digits or fewer. */
    private static BigDecimal decimal(double value) {
        BigDecimal number = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    @Override
    public void set(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        BigDecimal number = value.stripTrailingZeros();
        if (number.scale() <= 0 && number.precision() - number.scale() <= INTEGER_DIGITS) {
            statement.setLong(index, number.longValueExact());
        } else if (number.precision() <= EXACT_DIGITS) {
            statement.setDouble(index, number.doubleValue());
        } else {
            throw new ValueOutOfRange(
                    "SQLite keeps 15 significant digits of a Decimal, but this value has " + number.precision() + ".");
        }
    }
}
