package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** {@code BigInt}, and whole numbers that an {@code int} cannot hold. */
public final class LongType extends SqlType<Long> {
    public LongType() {
        super(Types.BIGINT);
    }

    @Override
    public @Nullable Long read(ResultSet rows, int index) throws SQLException {
        long value = rows.getLong(index);
        return value == 0 && rows.wasNull() ? null : value;
    }

    @Override
    public void set(PreparedStatement statement, int index, Long value) throws SQLException {
        statement.setLong(index, value);
    }
}
