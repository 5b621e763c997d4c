package dev.flashorm.runtime;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets the parameters of one row of a batch. */
@FunctionalInterface
public interface BatchBinder {
    /** @param index of the row, from 0 */
    void bind(PreparedStatement statement, int index) throws SQLException;
}
