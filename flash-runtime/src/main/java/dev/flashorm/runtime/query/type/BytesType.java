package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** {@code Bytes}. */
public final class BytesType extends SqlType<byte[]> {
    public BytesType() {
        super(Types.BINARY);
    }

    @Override
    public byte @Nullable [] read(ResultSet rows, int index) throws SQLException {
        return rows.getBytes(index);
    }

    @Override
    public void set(PreparedStatement statement, int index, byte[] value) throws SQLException {
        statement.setBytes(index, value);
    }
}
