package dev.flashorm.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns a whole result into a value. It is called once, with the cursor before the first row; the result is closed when
 * it returns.
 */
@FunctionalInterface
public interface ResultReader<R extends @Nullable Object> {
    R read(ResultSet rows) throws SQLException;
}
