package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A time of day, where the driver knows {@link LocalTime}. */
public final class TimeType extends SqlType<LocalTime> {
    public TimeType() {
        super(Types.TIME);
    }

    @Override
    public @Nullable LocalTime read(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, LocalTime.class);
    }

    @Override
    public void set(PreparedStatement statement, int index, LocalTime value) throws SQLException {
        statement.setObject(index, value);
    }
}
