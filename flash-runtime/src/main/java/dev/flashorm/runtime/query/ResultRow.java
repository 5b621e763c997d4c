package dev.flashorm.runtime.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row of JDBC at which a result stands: one for all of its rows. */
record ResultRow(ResultSet rows) implements SelectedRow {
    @Override
    public <A> @Nullable A value(Expression<?, A> expression, int index) throws SQLException {
        return expression.read(rows, index + 1);
    }
}
