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
        if (value == null) {
            return null;
        }
        // What the driver makes of infinity.
        if (value.equals(OffsetDateTime.MAX) || value.equals(OffsetDateTime.MIN)) {
            return value.equals(OffsetDateTime.MAX) ? Instant.MAX : Instant.MIN;
        }
        return value.toInstant();
    }

    @Override
    public void set(PreparedStatement statement, int index, Instant value) throws SQLException {
        if (TimeText.isInfinite(value)) {
            statement.setObject(index, TimeText.infinite(value), Types.OTHER);
        } else {
            statement.setObject(index, OffsetDateTime.ofInstant(value, ZoneOffset.UTC));
        }
    }
}
