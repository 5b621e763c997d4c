package dev.flashorm.runtime.query.postgresql;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** {@code timestamp}: by agreement UTC. */
final class TimestampType extends SqlType<Instant> {
    TimestampType() {
        super(Types.TIMESTAMP);
    }

    @Override
    public @Nullable Instant read(ResultSet rows, int index) throws SQLException {
        LocalDateTime value = rows.getObject(index, LocalDateTime.class);
        if (value == null) {
            return null;
        }
        // What the driver makes of infinity.
        if (value.equals(LocalDateTime.MAX) || value.equals(LocalDateTime.MIN)) {
            return value.equals(LocalDateTime.MAX) ? Instant.MAX : Instant.MIN;
        }
        return value.toInstant(ZoneOffset.UTC);
    }

    @Override
    public void set(PreparedStatement statement, int index, Instant value) throws SQLException {
        if (TimeText.isInfinite(value)) {
            statement.setObject(index, TimeText.infinite(value), Types.OTHER);
        } else {
            statement.setObject(index, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
        }
    }
}
