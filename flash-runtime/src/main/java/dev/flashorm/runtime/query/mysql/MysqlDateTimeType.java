package dev.flashorm.runtime.query.mysql;

import dev.flashorm.runtime.query.type.FourDigitYears;
import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** {@code DATETIME} and {@code TIMESTAMP}: the session's zone is UTC. */
final class MysqlDateTimeType extends SqlType<Instant> {
    MysqlDateTimeType() {
        super(Types.TIMESTAMP);
    }

    @Override
    public @Nullable Instant read(ResultSet rows, int index) throws SQLException {
        LocalDateTime value = rows.getObject(index, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    @Override
    public void set(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(index, LocalDateTime.ofInstant(FourDigitYears.checked(value), ZoneOffset.UTC));
    }
}
