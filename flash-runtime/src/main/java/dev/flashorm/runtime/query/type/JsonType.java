package dev.flashorm.runtime.query.type;

import dev.flashorm.runtime.query.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** {@code Json}, sent as its text. */
public final class JsonType extends SqlType<Json> {
    public JsonType() {
        super(Types.VARCHAR);
    }

    @Override
    public @Nullable Json read(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        return text == null ? null : Json.ofText(text);
    }

    @Override
    public void set(PreparedStatement statement, int index, Json value) throws SQLException {
        statement.setString(index, value.text());
    }
}
