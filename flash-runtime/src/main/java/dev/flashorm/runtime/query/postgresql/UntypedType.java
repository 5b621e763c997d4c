package dev.flashorm.runtime.query.postgresql;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value sent as text without a type, so that the server takes the type of the column: enums, `inet`, `jsonb`. */
final class UntypedType<T> extends SqlType<T> {
    private final Function<T, String> format;
    private final Function<String, T> parse;

    UntypedType(Function<T, String> format, Function<String, T> parse) {
        super(Types.OTHER);
        this.format = format;
        this.parse = parse;
    }

    @Override
    public @Nullable T read(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        return text == null ? null : parse.apply(text);
    }

    @Override
    public void set(PreparedStatement statement, int index, T value) throws SQLException {
        statement.setObject(index, format.apply(value), Types.OTHER);
    }
}
