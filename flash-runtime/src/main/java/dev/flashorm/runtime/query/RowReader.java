package dev.flashorm.runtime.query;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a record of the current row. Generated for each model. */
@FunctionalInterface
public interface RowReader<M> {
    /** @param first the index of the record's first column */
    M read(ResultSet rows, int first) throws SQLException;
}
