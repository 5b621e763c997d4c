package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A value for a {@code ?}, sent as a column keeps it: see {@link Column#parameter}. */
public final class SqlParameter {
    private final Setter setter;

    private SqlParameter(Setter setter) {
        this.setter = setter;
    }

    private interface Setter {
        void bind(PreparedStatement statement, int index) throws SQLException;
    }

    static <T> SqlParameter of(SqlType<T> type, @Nullable T value) {
        return new SqlParameter((statement, index) -> type.bind(statement, index, value));
    }

    void bind(PreparedStatement statement, int index) throws SQLException {
        setter.bind(statement, index);
    }
}
