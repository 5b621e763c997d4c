package dev.flashorm.runtime.query.postgresql;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code uuid}. */
final class UuidType extends SqlType<UUID> {
    UuidType() {
        super(Types.OTHER);
    }

    @Override
    public @Nullable UUID read(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, UUID.class);
    }

    @Override
    public void set(PreparedStatement statement, int index, UUID value) throws SQLException {
        statement.setObject(index, value);
    }
}
