package dev.flashorm.runtime.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the caller's value of what was selected of a row.
 *
 * @param <R> the caller's value
 */
@FunctionalInterface
public interface RowMapper<R extends @Nullable Object> {
    R map(SelectedRow row) throws SQLException;
}
