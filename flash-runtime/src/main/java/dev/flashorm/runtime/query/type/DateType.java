package dev.flashorm.runtime.query.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day, where the driver knows {@link LocalDate}. */
public final class DateType extends SqlType<LocalDate> {
    public DateType() {
        super(Types.DATE);
    }

    @Override
    public @Nullable LocalDate read(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, LocalDate.class);
    }

    @Override
    public void set(PreparedStatement statement, int index, LocalDate value) throws SQLException {
        statement.setObject(index, value);
    }
}
