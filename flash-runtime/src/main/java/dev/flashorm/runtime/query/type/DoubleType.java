package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** {@code Float}. */
public final class DoubleType extends SqlType<Double> {
    public DoubleType() {
        super(Types.DOUBLE);
    }

    @Override
    public @Nullable Double read(ResultSet rows, int index) throws SQLException {
        double value = rows.getDouble(index);
        return value == 0 && rows.wasNull() ? null : value;
    }

    @Override
    public void set(PreparedStatement statement, int index, Double value) throws SQLException {
        statement.setDouble(index, value);
    }
}
