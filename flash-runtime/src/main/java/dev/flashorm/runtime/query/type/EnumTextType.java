package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** An enum that the driver takes for text. */
public final class EnumTextType<E extends Enum<E>> extends SqlType<E> {
    private final EnumCodec<E> codec;

    public EnumTextType(EnumCodec<E> codec) {
        super(Types.VARCHAR);
        this.codec = codec;
    }

    @Override
    public @Nullable E read(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        return text == null ? null : codec.parse(text);
    }

    @Override
    public void set(PreparedStatement statement, int index, E value) throws SQLException {
        statement.setString(index, codec.format(value));
    }
}
