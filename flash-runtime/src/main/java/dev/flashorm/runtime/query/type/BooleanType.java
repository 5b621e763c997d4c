package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** {@code Boolean}. */
public final class BooleanType extends SqlType<Boolean> {
    public BooleanType() {
        super(Types.BOOLEAN);
    }

    @Override
    public @Nullable Boolean read(ResultSet rows, int index) throws SQLException {
        boolean value = rows.getBoolean(index);
        return (!value && rows.wasNull()) ? null : value;
    }

    @Override
    public void set(PreparedStatement statement, int index, Boolean value) throws SQLException {
        statement.setBoolean(index, value);
    }
}
