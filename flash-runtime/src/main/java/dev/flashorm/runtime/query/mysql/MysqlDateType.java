package dev.flashorm.runtime.query.mysql;

import dev.flashorm.runtime.query.type.FourDigitYears;
import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code DATE}. */
final class MysqlDateType extends SqlType<LocalDate> {
    MysqlDateType() {
        super(Types.DATE);
    }

    @Override
    public @Nullable LocalDate read(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, LocalDate.class);
    }

    @Override
    public void set(PreparedStatement statement, int index, LocalDate value) throws SQLException {
        statement.setObject(index, FourDigitYears.checked(value));
    }
}
