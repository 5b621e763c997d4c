package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** {@code Int}. */
public final class IntType extends SqlType<Integer> {
    public IntType() {
        super(Types.INTEGER);
    }

    @Override
    public @Nullable Integer read(ResultSet rows, int index) throws SQLException {
        int value = rows.getInt(index);
        return value == 0 && rows.wasNull() ? null : value;
    }

    @Override
    public void set(PreparedStatement statement, int index, Integer value) throws SQLException {
        statement.setInt(index, value);
    }
}
