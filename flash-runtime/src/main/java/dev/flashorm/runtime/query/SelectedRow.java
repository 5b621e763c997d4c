package dev.flashorm.runtime.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The values of one row, or of one group, that were selected. */
public interface SelectedRow {
    /**
     * One of them.
     *
     * @param index its place among the selected, from 0
     * @return null where the database has no value
     */
    <A> @Nullable A value(Expression<?, A> expression, int index) throws SQLException;
}
