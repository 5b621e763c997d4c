package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** {@code String}. */
public final class StringType extends SqlType<String> {
    public StringType() {
        super(Types.VARCHAR);
    }

    @Override
    public @Nullable String read(ResultSet rows, int index) throws SQLException {
        return rows.getString(index);
    }

    @Override
    public void set(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setString(index, value);
    }
}
