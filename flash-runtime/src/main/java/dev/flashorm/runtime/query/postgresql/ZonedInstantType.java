package dev.flashorm.runtime.query.postgresql;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** {@code timestamptz}. */
final class ZonedInstantType extends SqlType<Instant> {
    ZonedInstantType() {
        super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    public @Nullable Instant read(ResultSet rows, int index) throws SQLException {
        OffsetDateTime value = rows.getObject(index, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    @Override
    public void set(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(index, OffsetDateTime.ofInstant(value, ZoneOffset.UTC));
    }
}
