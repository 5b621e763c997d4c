package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A date and time without zone, which by agreement is UTC. */
public final class LocalInstantType extends SqlType<Instant> {
    public LocalInstantType() {
        super(Types.TIMESTAMP);
    }

    @Override
    public @Nullable Instant read(ResultSet rows, int index) throws SQLException {
        LocalDateTime value = rows.getObject(index, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    @Override
    public void set(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(index, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
    }
}
